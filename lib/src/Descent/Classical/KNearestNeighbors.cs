namespace Descent;

/// <summary>
/// The k-nearest-neighbours classifier: an image gets the label that most of its k nearest training images have.
/// </summary>
/// <remarks>
/// <para>
/// Near means a small squared Euclidean distance ‖a − b‖² = ‖a‖² + ‖b‖² − 2a·b between the rows of features. The search is
/// exact: it
/// compares every query with every training row. There is no training beyond storing the rows, and no parameter except k: all
/// the
/// cleverness sits in the features.
/// </para>
/// <para>
/// Ties never depend on chance. Of training rows equally far, the one with the lower index counts as nearer; of labels with
/// equally
/// many votes, the one with the nearest voter wins. Distances are whole numbers, so every processor and every number of threads
/// gives the same answers.
/// </para>
/// <para>Lesson 1, Learning from data.</para>
/// </remarks>
/// <example>
/// <code>
/// var training = ImageFeatures.FromRows([0, 0], [0, 1], [9, 9]);
/// var classifier = new KNearestNeighbors(training, [5, 5, 8], k: 1);
/// Console.WriteLine(string.Join(", ", classifier.Classify(ImageFeatures.FromRows([1, 1], [8, 8]))));   // 5, 8
/// </code>
/// </example>
public sealed class KNearestNeighbors
{
    // A chunk of queries shares each panel of training rows while that is in the cache; smaller if some cores would idle.
    private const int LargestChunk = 240;

    // Squared distances of more features than this may not fit 32 bits.
    private const int MostDimensions = int.MaxValue / (255 * 255);

    private readonly PackedRows rows;
    private readonly int[] labels;

    /// <summary>Stores the training rows with their labels.</summary>
    /// <param name="training">The features of the training images: at least one.</param>
    /// <param name="labels">One label for each training image; any numbers will do.</param>
    /// <param name="k">How many neighbours vote, 3 unless told otherwise; from 1 to the number of training images.</param>
    /// <exception cref="ArgumentException">There are no training rows, or not one label for each.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1 or above the number of training
    /// images.</exception>
    /// <example><code>var classifier = new KNearestNeighbors(ImageFeatures.FromRows([0], [9]), [1, 2], k: 1);</code></example>
    public KNearestNeighbors(ImageFeatures training, IReadOnlyList<int> labels, int k = 3)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(labels);
        FeatureChecks.RequireTraining(training, labels, nameof(training));
        if (k < 1 || k > training.Count)
            throw new ArgumentOutOfRangeException(
                nameof(k), k, $"The number of neighbours must be from 1 to {training.Count}, the number of training images.");
        if (training.Dimensions > MostDimensions)
            throw new ArgumentException(
                $"Rows may have up to {MostDimensions} features but these have {training.Dimensions}; "
                    + "use smaller images or fewer features.",
                nameof(training));

        K = k;
        Dimensions = training.Dimensions;
        this.labels = [.. labels];
        rows = new PackedRows(training);
    }

    /// <summary>How many neighbours vote.</summary>
    /// <example>
    /// <code>
    /// var classifier = new KNearestNeighbors(ImageFeatures.FromRows([0], [9]), [1, 2], k: 2);
    /// Console.WriteLine(classifier.K);   // 2
    /// </code>
    /// </example>
    public int K { get; }

    /// <summary>The number of features of each training row, and so of every query.</summary>
    /// <example>
    /// <code>
    /// var classifier = new KNearestNeighbors(ImageFeatures.FromRows([0, 1]), [4], k: 1);
    /// Console.WriteLine(classifier.Dimensions);   // 2
    /// </code>
    /// </example>
    public int Dimensions { get; }

    /// <summary>Gives every row a label: the one most frequent among its k nearest training rows.</summary>
    /// <param name="features">The images to classify, with as many features as the training rows.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>One label for each row.</returns>
    /// <exception cref="ArgumentException">The number of features differs from that of the training rows.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    /// <example>
    /// <code>
    /// var classifier = new KNearestNeighbors(ImageFeatures.FromRows([0], [2], [3], [9]), [7, 1, 1, 7], k: 3);
    /// Console.WriteLine(classifier.Classify(ImageFeatures.FromRows([1]))[0]);   // 1: two votes against one
    /// </code>
    /// </example>
    public int[] Classify(ImageFeatures features, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        FeatureChecks.RequireDimensions(features.Dimensions, Dimensions, nameof(features));
        var answers = new int[features.Count];
        var chunk = Math.Clamp(features.Count / (4 * Environment.ProcessorCount), IntegerProducts.GroupQueries, LargestChunk);
        chunk -= chunk % IntegerProducts.GroupQueries;
        InterruptibleLoop.Run(
            stop => Parallel.For(0, (features.Count + chunk - 1) / chunk, new ParallelOptions { CancellationToken = stop }, part =>
            {
                var first = part * chunk;
                var count = Math.Min(chunk, features.Count - first);
                var nearest = new NearestRows(rows, features, first, count, K);
                nearest.Search(stop);
                for (var query = 0; query < count; query++)
                    answers[first + query] = Vote(nearest.Indexes(query));
            }),
            cancellation);
        return answers;
    }

    /// <summary>The share of rows whose label comes out right, from 0 to 1.</summary>
    /// <param name="features">The images to classify.</param>
    /// <param name="labels">Their true labels.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="ArgumentException">The number of features is wrong, there are no rows, or not one label for
    /// each.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    /// <example>
    /// <code>
    /// var classifier = new KNearestNeighbors(ImageFeatures.FromRows([0], [9]), [1, 2], k: 1);
    /// Console.WriteLine(classifier.Accuracy(ImageFeatures.FromRows([1], [2], [8], [7]), [1, 1, 2, 1]));   // 0.75
    /// </code>
    /// </example>
    public double Accuracy(ImageFeatures features, IReadOnlyList<int> labels, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        FeatureChecks.RequireLabels(features, labels, nameof(labels));
        return FeatureChecks.ShareEqual(Classify(features, cancellation), labels);
    }

    /// <summary>The k nearest training images of one image, nearest first: those that <see cref="Classify"/> lets
    /// vote.</summary>
    /// <param name="row">The features of one image, as <see cref="ImageFeatures.Row"/> gives them.</param>
    /// <exception cref="ArgumentException">The number of features differs from that of the training rows.</exception>
    /// <example>
    /// <code>
    /// var classifier = new KNearestNeighbors(ImageFeatures.FromRows([0, 0], [3, 4], [9, 9]), [7, 1, 7], k: 2);
    /// foreach (var neighbour in classifier.Neighbours(new byte[] { 0, 0 }))
    ///   Console.WriteLine($"training image {neighbour.Index}, label {neighbour.Label}, distance {neighbour.Distance}");
    /// </code>
    /// </example>
    public IReadOnlyList<Neighbour> Neighbours(ReadOnlyMemory<byte> row)
    {
        FeatureChecks.RequireDimensions(row.Length, Dimensions, nameof(row));
        var nearest = new NearestRows(rows, ImageFeatures.Wrap(1, Dimensions, row), first: 0, count: 1, K);
        nearest.Search(CancellationToken.None);
        return [.. nearest.Indexes(0).ToArray().Zip(
            nearest.SquaredDistances(0), (index, distance) => new Neighbour(index, labels[index], distance))];
    }

    private int Vote(ReadOnlySpan<int> nearest)
    {
        var (winner, most) = (labels[nearest[0]], 0);
        foreach (var candidate in nearest)
        {
            var votes = 0;
            foreach (var voter in nearest)
                votes += labels[voter] == labels[candidate] ? 1 : 0;
            if (votes > most)
                (winner, most) = (labels[candidate], votes);
        }

        return winner;
    }
}
