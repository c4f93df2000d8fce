namespace Descent.Tests.Classical;

public sealed class KNearestNeighborsTests
{
    [Fact]
    public void Neighbours_come_nearest_first_with_exact_squared_distances()
    {
        var classifier = new KNearestNeighbors(ImageFeatures.FromRows([255, 0], [3, 4], [1, 1], [0, 255]), [7, 8, 9, 6], k: 4);

        Neighbour[] expected = [new(2, 9, 2), new(1, 8, 25), new(0, 7, 65025), new(3, 6, 65025)];
        Assert.Equal(expected, classifier.Neighbours(new byte[] { 0, 0 }));
        Assert.Equal(5, expected[1].Distance);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(31, 2)]
    [InlineData(32, 3)]
    [InlineData(33, 7)]
    [InlineData(500, 40)]
    public void Neighbours_match_a_double_loop_over_all_rows(int count, int dimensions)
    {
        // Few different values, so that many rows are equally far.
        var training = Random(seed: count, count, dimensions, values: 4);
        var queries = Random(seed: 1, 50, dimensions, values: 4);
        var labels = Enumerable.Range(0, count).Select(index => index % 10).ToArray();
        var k = Math.Min(7, count);
        var classifier = new KNearestNeighbors(training, labels, k);

        for (var query = 0; query < queries.Count; query++)
            Assert.Equal(Plain(training, labels, queries.Row(query), k), classifier.Neighbours(queries.Row(query)));
    }

    [Fact]
    public void Classify_agrees_with_the_votes_of_the_neighbours()
    {
        var training = Random(seed: 5, 300, 21, values: 256);
        var queries = Random(seed: 6, 1003, 21, values: 256);
        var labels = Enumerable.Range(0, 300).Select(index => index * 7 % 10).ToArray();
        var classifier = new KNearestNeighbors(training, labels, k: 5);

        var expected = Enumerable.Range(0, queries.Count).Select(query =>
        {
            var neighbours = classifier.Neighbours(queries.Row(query)).ToList();
            return neighbours.MaxBy(one => (neighbours.Count(other => other.Label == one.Label), -neighbours.IndexOf(one))).Label;
        });
        Assert.Equal(expected, classifier.Classify(queries));
    }

    [Fact]
    public void Of_rows_equally_far_the_lowest_index_is_nearer()
    {
        var training = ImageFeatures.FromRows([4], [2], [4], [2], [4]);

        var neighbours = new KNearestNeighbors(training, [0, 1, 2, 3, 4], k: 3).Neighbours(new byte[] { 3 });

        Assert.Equal([0, 1, 2], neighbours.Select(neighbour => neighbour.Index));
    }

    [Fact]
    public void Of_labels_with_equal_votes_the_nearest_wins_and_not_the_lowest()
    {
        var training = ImageFeatures.FromRows([10], [11], [13], [14], [200]);

        // From 0: labels 9, 4, 4, 9 in this order, two votes each.
        Assert.Equal([9], new KNearestNeighbors(training, [9, 4, 4, 9, 1], k: 4).Classify(ImageFeatures.FromRows([0])));
    }

    [Fact]
    public void More_votes_beat_a_nearer_neighbour() =>
        Assert.Equal([4], new KNearestNeighbors(ImageFeatures.FromRows([10], [11], [13]), [9, 4, 4]).Classify(ImageFeatures.FromRows([0])));

    [Fact]
    public void Accuracy_is_the_share_of_right_answers()
    {
        var classifier = new KNearestNeighbors(ImageFeatures.FromRows([0], [9]), [1, 2], k: 1);

        Assert.Equal(0.75, classifier.Accuracy(ImageFeatures.FromRows([1], [2], [8], [7]), [1, 1, 2, 1]));
    }

    [Fact]
    public void No_rows_to_classify_give_no_answers() =>
        Assert.Empty(new KNearestNeighbors(ImageFeatures.FromRows([0]), [1], k: 1).Classify(ImageFeatures.FromRows([1]).Take(0)));

    [Fact]
    public void Cancelling_stops_the_search()
    {
        var classifier = new KNearestNeighbors(ImageFeatures.FromRows([0], [9]), [1, 2], k: 1);

        Assert.ThrowsAny<OperationCanceledException>(
            () => classifier.Classify(ImageFeatures.FromRows([1]), new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3)]
    public void An_impossible_number_of_neighbours_is_refused(int k)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => new KNearestNeighbors(ImageFeatures.FromRows([0], [9]), [1, 2], k));

        Assert.Contains("must be from 1 to 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_of_another_kind_are_refused_with_both_sizes()
    {
        var classifier = new KNearestNeighbors(ImageFeatures.FromRows([0, 0]), [1], k: 1);

        var exception = Assert.Throws<ArgumentException>(() => classifier.Classify(ImageFeatures.FromRows([1, 2, 3])));
        Assert.Contains("have 2 features but the row to classify has 3", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => classifier.Neighbours(new byte[3]));
    }

    [Fact]
    public void An_empty_training_set_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => new KNearestNeighbors(ImageFeatures.FromRows([0]).Take(0), []));

        Assert.Contains("training set is empty", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_do_not_match_the_rows_are_refused_with_both_counts()
    {
        var exception = Assert.Throws<ArgumentException>(() => new KNearestNeighbors(ImageFeatures.FromRows([0], [1]), [1], k: 1));

        Assert.Contains("2 rows of features need 2 labels but 1 were given", exception.Message, StringComparison.Ordinal);
    }

    private static ImageFeatures Random(int seed, int count, int dimensions, int values)
    {
        var random = new Random(seed);
        return ImageFeatures.FromRows(
            [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimensions).Select(_ => (byte)random.Next(values)).ToArray())]);
    }

    private static IEnumerable<Neighbour> Plain(ImageFeatures training, int[] labels, ReadOnlyMemory<byte> query, int k) =>
        Enumerable.Range(0, training.Count)
            .Select(index => new Neighbour(index, labels[index], SquaredDistance(training.Row(index).Span, query.Span)))
            .OrderBy(neighbour => neighbour.SquaredDistance)
            .ThenBy(neighbour => neighbour.Index)
            .Take(k);

    private static int SquaredDistance(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var sum = 0;
        for (var column = 0; column < left.Length; column++)
            sum += (left[column] - right[column]) * (left[column] - right[column]);

        return sum;
    }
}
