namespace Descent.Tests.Classical;

public sealed class LinearSupportVectorMachineTests
{
    [Fact]
    public void The_two_point_problem_has_the_weight_worked_out_by_hand()
    {
        // x = 1 is of class 1 and x = 0 is of class 0. With C = 1/(λn) the slopes of the objective by w and b are zero where
        // w = 2C(1 − w − b) and b = 2C(1 − w − b) − 2C(1 + b).
        const double regularisation = 0.25;
        var twiceCost = 2 / (regularisation * 2);
        var determinant = (1 + twiceCost) * (1 + 2 * twiceCost) - twiceCost * twiceCost;
        var weight = twiceCost * (1 + 2 * twiceCost) / determinant;
        var bias = -twiceCost * twiceCost / determinant;

        var machine = LinearSupportVectorMachine.Train(
            ImageFeatures.FromRows([0], [255]), [0, 1], classes: 2, regularisation, epochs: 500);

        Assert.Equal(weight, machine.Weights(1)[0], 1e-12);
        Assert.Equal(bias, machine.Bias(1), 1e-12);
        Assert.Equal(-weight, machine.Weights(0)[0], 1e-12);
    }

    [Fact]
    public void At_the_end_the_objective_is_flat_in_every_direction()
    {
        const double regularisation = 0.01;
        var (features, labels) = Blobs(count: 60, dimensions: 5, classes: 3, spread: 200);

        var machine = LinearSupportVectorMachine.Train(features, labels, classes: 3, regularisation, epochs: 3000);

        for (var label = 0; label < 3; label++)
            Assert.All(Slope(machine, features, labels, label, regularisation), slope => Assert.Equal(0, slope, 1e-9));
    }

    [Fact]
    public void Separable_classes_are_separated()
    {
        var (features, labels) = Blobs(count: 90, dimensions: 4, classes: 3, spread: 40);

        var machine = LinearSupportVectorMachine.Train(features, labels, classes: 3, regularisation: 1e-3, epochs: 50);

        Assert.Equal(labels, machine.Classify(features));
        Assert.Equal(1, machine.Accuracy(features, labels));
    }

    [Fact]
    public void A_class_gets_the_same_bits_whichever_classes_are_trained_beside_it()
    {
        var (features, labels) = Blobs(count: 100, dimensions: 37, classes: 5, spread: 150);
        var all = LinearSupportVectorMachine.Train(features, labels, classes: 5);

        for (var label = 0; label < 5; label++)
        {
            var alone = LinearSupportVectorMachine.Train(features, [.. labels.Select(other => other == label ? 1 : 0)], classes: 2);
            Assert.Equal(alone.Weights(1), all.Weights(label));
            Assert.Equal(alone.Bias(1), all.Bias(label));
        }
    }

    [Fact]
    public void Another_seed_visits_in_another_order()
    {
        var (features, labels) = Blobs(count: 50, dimensions: 3, classes: 2, spread: 200);

        var first = LinearSupportVectorMachine.Train(features, labels, 2, epochs: 1, seed: 1).Weights(0);

        Assert.Equal(first, LinearSupportVectorMachine.Train(features, labels, 2, epochs: 1, seed: 1).Weights(0));
        Assert.NotEqual(first, LinearSupportVectorMachine.Train(features, labels, 2, epochs: 1, seed: 2).Weights(0));
    }

    [Fact]
    public void Scores_are_the_weighted_sums_plus_the_bias()
    {
        var (features, labels) = Blobs(count: 30, dimensions: 17, classes: 3, spread: 100);
        var machine = LinearSupportVectorMachine.Train(features, labels, classes: 3);

        var scores = machine.Scores(features);

        Assert.Equal([30, 3], scores.Shape);
        for (var row = 0; row < 30; row++)
        {
            for (var label = 0; label < 3; label++)
                Assert.Equal(Score(machine, features, row, label), scores[row, label], 1e-9);
        }
    }

    [Fact]
    public void Cancelling_stops_the_training() =>
        Assert.ThrowsAny<OperationCanceledException>(() => LinearSupportVectorMachine.Train(
            ImageFeatures.FromRows([0], [1]), [0, 1], 2, cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void A_label_outside_the_classes_is_refused_by_name()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => LinearSupportVectorMachine.Train(ImageFeatures.FromRows([0], [1]), [0, 10], classes: 10));

        Assert.Contains("Label 10 of training row 1 is not among the 10 classes 0 to 9", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_regularisation_that_is_not_positive_is_refused(double regularisation) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => LinearSupportVectorMachine.Train(ImageFeatures.FromRows([0], [1]), [0, 1], 2, regularisation));

    [Fact]
    public void Bad_sizes_are_refused()
    {
        var features = ImageFeatures.FromRows([0], [1]);
        var machine = LinearSupportVectorMachine.Train(features, [0, 1], classes: 2);

        Assert.Throws<ArgumentException>(() => LinearSupportVectorMachine.Train(features.Take(0), [], 2));
        Assert.Throws<ArgumentException>(() => LinearSupportVectorMachine.Train(features, [0], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearSupportVectorMachine.Train(features, [0, 0], classes: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearSupportVectorMachine.Train(features, [0, 1], 2, epochs: 0));
        Assert.Throws<ArgumentException>(() => machine.Classify(ImageFeatures.FromRows([1, 2])));
        Assert.Throws<ArgumentException>(() => machine.Accuracy(features, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => machine.Weights(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => machine.Bias(-1));
    }

    /// <summary>λ(w, b) − 2/n·Σᵢ yᵢ·max(0, 1 − yᵢsᵢ)·(xᵢ, 1): zero only at the minimum, since the objective is convex.</summary>
    private static double[] Slope(
        LinearSupportVectorMachine machine, ImageFeatures features, int[] labels, int label, double regularisation)
    {
        double[] slope = [.. machine.Weights(label).ToArray().Append(machine.Bias(label)).Select(weight => regularisation * weight)];
        for (var row = 0; row < features.Count; row++)
        {
            var sign = labels[row] == label ? 1 : -1;
            var shortfall = Math.Max(0, 1 - sign * Score(machine, features, row, label));
            for (var column = 0; column < slope.Length; column++)
            {
                var feature = column < features.Dimensions ? features[row, column] / 255.0 : 1;
                slope[column] -= 2.0 / features.Count * sign * shortfall * feature;
            }
        }

        return slope;
    }

    private static double Score(LinearSupportVectorMachine machine, ImageFeatures features, int row, int label) =>
        machine.Bias(label)
            + machine.Weights(label).ToArray().Select((weight, column) => weight * features[row, column] / 255).Sum();

    /// <summary>Points around one centre for each class.</summary>
    private static (ImageFeatures Features, int[] Labels) Blobs(int count, int dimensions, int classes, int spread)
    {
        var random = new Random(count + dimensions);
        int[] labels = [.. Enumerable.Range(0, count).Select(index => index % classes)];
        byte[] Point(int label) =>
            [.. Enumerable.Range(0, dimensions).Select(axis => (byte)(random.Next(spread) + (axis % classes == label ? 255 - spread : 0)))];
        return (ImageFeatures.FromRows([.. labels.Select(Point)]), labels);
    }
}
