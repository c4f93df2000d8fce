namespace Descent;

/// <summary>
/// A linear support vector machine for several classes: for each class a weighted sum of the features, trained to be at least
/// +1 for
/// images of the class and at most −1 for the rest. The class with the largest sum wins.
/// </summary>
/// <remarks>
/// <para>
/// The score of class c for features x (bytes divided by 255, so from 0 to 1) is s = w·x + b. Training minimises, for each
/// class alone,
/// λ/2·(‖w‖² + b²) + 1/n·Σᵢ max(0, 1 − yᵢsᵢ)², where yᵢ is +1 for images of the class and −1 for the others: the squared hinge
/// loss. λ is the regularisation; the larger it is, the smaller the weights stay.
/// </para>
/// <para>
/// The minimum is unique. Dual coordinate descent (Hsieh and others, ICML 2008) walks towards it one training image at a time,
/// in
/// an order drawn from the seed. Sums are taken in a fixed order, so the weights are the same to the last bit for any number
/// of threads.
/// </para>
/// <para>Lesson 1, Learning from data.</para>
/// </remarks>
/// <example>
/// <code>
/// var training = ImageFeatures.FromRows([0, 0], [20, 0], [200, 255], [255, 220]);
/// var machine = LinearSupportVectorMachine.Train(training, [0, 0, 1, 1], classes: 2);
/// Console.WriteLine(string.Join(", ", machine.Classify(ImageFeatures.FromRows([10, 10], [240, 240]))));   // 0, 1
/// </code>
/// </example>
public sealed class LinearSupportVectorMachine
{
    private readonly double[][] weights;

    private LinearSupportVectorMachine(int dimensions, double[][] weights)
    {
        Dimensions = dimensions;
        this.weights = weights;
    }

    /// <summary>The number of features of each training row, and so of every row to classify.</summary>
    /// <example>
    /// <code>
    /// var machine = LinearSupportVectorMachine.Train(ImageFeatures.FromRows([0, 1], [1, 0]), [0, 1], classes: 2);
    /// Console.WriteLine(machine.Dimensions);   // 2
    /// </code>
    /// </example>
    public int Dimensions { get; }

    /// <summary>The number of classes; labels run from 0 to one less.</summary>
    /// <example>
    /// <code>
    /// var machine = LinearSupportVectorMachine.Train(ImageFeatures.FromRows([0, 1], [1, 0]), [0, 1], classes: 2);
    /// Console.WriteLine(machine.Classes);   // 2
    /// </code>
    /// </example>
    public int Classes => weights.Length;

    /// <summary>Trains one machine for each class; the classes are shared out among the cores.</summary>
    /// <param name="features">The features of the training images: at least one row.</param>
    /// <param name="labels">One label from 0 to <paramref name="classes"/> − 1 for each row.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="regularisation">
    /// λ, positive; 10⁻⁴ unless told otherwise, which suits <see cref="HistogramOfOrientedGradients"/> of MNIST (raw pixels:
    /// 10⁻³).
    /// </param>
    /// <param name="epochs">How often each training image is visited, at least once; 10 unless told otherwise.</param>
    /// <param name="seed">Decides the order of the visits.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <exception cref="ArgumentException">There are no rows, not one label for each, or a label outside the
    /// classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are fewer than 2 classes or 1 epoch, or the regularisation is not a positive number.
    /// </exception>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    /// <example>
    /// <code>
    /// var training = ImageFeatures.FromRows([0], [50], [200], [255]);
    /// var machine = LinearSupportVectorMachine.Train(training, [0, 0, 1, 1], classes: 2, regularisation: 0.01, epochs: 100);
    /// Console.WriteLine(machine.Accuracy(training, [0, 0, 1, 1]));   // 1
    /// </code>
    /// </example>
    public static LinearSupportVectorMachine Train(
        ImageFeatures features,
        IReadOnlyList<int> labels,
        int classes,
        double regularisation = 1e-4,
        int epochs = 10,
        int seed = 1,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        FeatureChecks.RequireTraining(features, labels, nameof(features));
        FeatureChecks.RequireClasses(labels, classes);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        if (!(regularisation > 0 && double.IsFinite(regularisation)))
            throw new ArgumentOutOfRangeException(
                nameof(regularisation), regularisation, "The regularisation must be a positive number, for example 1e-4.");

        if (!double.IsFinite(regularisation * features.Count))
            throw new ArgumentOutOfRangeException(
                nameof(regularisation), regularisation, $"The regularisation times the {features.Count} rows is more than a double can hold; 1e-4 is usual.");

        var machines = new DualCoordinateDescent[Shapes.Count([classes, features.Dimensions]) / features.Dimensions];
        for (var label = 0; label < classes; label++)
            machines[label] = new DualCoordinateDescent(features.Count, features.Dimensions, regularisation);

        // Each part trains its own classes, so how many parts there are changes nothing but the time.
        var parts = Math.Min(classes, Environment.ProcessorCount);
        InterruptibleLoop.Run(
            stop => Parallel.For(0, parts, new ParallelOptions { CancellationToken = stop }, part =>
            {
                var row = new double[PaddedRow.Length(features.Dimensions)];
                foreach (var example in DualCoordinateDescent.Visits(features.Count, epochs, seed))
                {
                    stop.ThrowIfCancellationRequested();
                    PaddedRow.Fill(features.Row(example).Span, row);
                    var squaredLength = PaddedRow.Dot(row, row);
                    for (var label = part; label < classes; label += parts)
                        machines[label].Visit(example, row, squaredLength, labels[example] == label);
                }
            }),
            cancellation);
        return new(features.Dimensions, [.. machines.Select(machine => machine.Weights)]);
    }

    /// <summary>Gives every row the label whose score is largest; of equal scores the lower label wins.</summary>
    /// <param name="features">The images to classify, with as many features as the training rows.</param>
    /// <returns>One label for each row.</returns>
    /// <exception cref="ArgumentException">The number of features differs from that of the training rows.</exception>
    /// <example>
    /// <code>
    /// var machine = LinearSupportVectorMachine.Train(ImageFeatures.FromRows([0], [255]), [0, 1], classes: 2);
    /// Console.WriteLine(machine.Classify(ImageFeatures.FromRows([250]))[0]);   // 1
    /// </code>
    /// </example>
    public int[] Classify(ImageFeatures features)
    {
        var scores = AllScores(features);
        var answers = new int[features.Count];
        for (var index = 0; index < answers.Length; index++)
        {
            var row = scores.AsSpan(index * Classes, Classes);
            for (var label = 1; label < Classes; label++)
                answers[index] = row[label] > row[answers[index]] ? label : answers[index];
        }

        return answers;
    }

    /// <summary>The share of rows whose label comes out right, from 0 to 1.</summary>
    /// <param name="features">The images to classify.</param>
    /// <param name="labels">Their true labels.</param>
    /// <exception cref="ArgumentException">The number of features is wrong, there are no rows, or not one label for
    /// each.</exception>
    /// <example>
    /// <code>
    /// var machine = LinearSupportVectorMachine.Train(ImageFeatures.FromRows([0], [255]), [0, 1], classes: 2);
    /// Console.WriteLine(machine.Accuracy(ImageFeatures.FromRows([5], [250]), [0, 0]));   // 0.5
    /// </code>
    /// </example>
    public double Accuracy(ImageFeatures features, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        FeatureChecks.RequireLabels(features, labels, nameof(labels));
        return FeatureChecks.ShareEqual(Classify(features), labels);
    }

    /// <summary>The scores s = w·x + b of all classes, one row for each row of features: n×<see cref="Classes"/>.</summary>
    /// <param name="features">The images to score, with as many features as the training rows.</param>
    /// <exception cref="ArgumentException">The number of features differs from that of the training rows, or there are no
    /// rows.</exception>
    /// <example>
    /// <code>
    /// var machine = LinearSupportVectorMachine.Train(ImageFeatures.FromRows([0], [255]), [0, 1], classes: 2);
    /// var scores = machine.Scores(ImageFeatures.FromRows([250], [5]));
    /// Console.WriteLine(scores[0, 1] > scores[0, 0]);   // True: the first row looks like class 1
    /// </code>
    /// </example>
    public Tensor Scores(ImageFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        FeatureChecks.RequireRows(features);
        return Tensor.Wrap(AllScores(features), features.Count, Classes);
    }

    /// <summary>The weights w of one class, one for each feature, for features divided by 255.</summary>
    /// <param name="label">Which class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    /// <example>
    /// <code>
    /// var machine = LinearSupportVectorMachine.Train(ImageFeatures.FromRows([0], [255]), [0, 1], classes: 2);
    /// Console.WriteLine(machine.Weights(1)[0] > 0);   // True: a large feature speaks for class 1
    /// </code>
    /// </example>
    public Tensor Weights(int label) => Tensor.Of(Scaled(label).AsSpan(0, Dimensions)) * byte.MaxValue;

    /// <summary>The bias b of one class: its score for an image whose features are all 0.</summary>
    /// <param name="label">Which class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    /// <example>
    /// <code>
    /// var machine = LinearSupportVectorMachine.Train(ImageFeatures.FromRows([0], [255]), [0, 1], classes: 2);
    /// Console.WriteLine(machine.Bias(1) &lt; 0);   // True: without evidence the answer is class 0
    /// </code>
    /// </example>
    public double Bias(int label) => Scaled(label)[Dimensions] * byte.MaxValue;

    /// <summary>Row by row the scores of all classes.</summary>
    private double[] AllScores(ImageFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        FeatureChecks.RequireDimensions(features.Dimensions, Dimensions, nameof(features));
        var scores = new double[features.Count * Classes];
        Parallel.For(0, features.Count, () => new double[PaddedRow.Length(Dimensions)], (index, _, row) =>
        {
            PaddedRow.Fill(features.Row(index).Span, row);
            for (var label = 0; label < Classes; label++)
                scores[index * Classes + label] = PaddedRow.Dot(weights[label], row);

            return row;
        }, _ => { });
        return scores;
    }

    private double[] Scaled(int label)
    {
        if ((uint)label >= (uint)Classes)
            throw new ArgumentOutOfRangeException(
                nameof(label), label, $"There are {Classes} classes; ask for one from 0 to {Classes - 1}.");

        return weights[label];
    }
}
