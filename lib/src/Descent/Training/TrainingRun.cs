namespace Descent;

/// <summary>
/// A training run that can be taken step by step. It works in place in its own buffers, so that a step allocates next to
/// nothing, and gives the bits that the public, immutable way gives.
/// </summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly ImageSet train;
    private readonly ImageSet? test;
    private readonly SgdOptions options;
    private readonly BatchSampler sampler;
    private readonly Parameters parameters;
    private readonly IGradientMethod method;
    private readonly SetAccuracy accuracy;
    private readonly GrowingSeries<double> losses = new();
    private readonly GrowingSeries<Evaluation> evaluations = new();
    private int[] labels = [];
    private int step;

    public TrainingRun(TwoLayerNetwork start, ImageSet train, ImageSet? test, SgdOptions options)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(options);
        NetworkShapes.RequireFits(start, train);
        if (test is not null)
            NetworkShapes.RequireFits(start, test);
        options.Require(train);
        NetworkNumbers.RequireFinite("Training", start);
        (this.train, this.test, this.options) = (train, test, options);
        sampler = new BatchSampler(train, options.BatchSize, options.Seed);
        parameters = new Parameters(start);
        accuracy = new SetAccuracy(parameters);
        method = options.Gradient == GradientMethod.Numerical
            ? new CentralDifference(parameters, h: null, progress: null)
            : new Backpropagation(parameters);
    }

    /// <summary>How many steps have been taken.</summary>
    public int Step => Volatile.Read(ref step);

    public bool IsComplete => step >= options.Steps;

    /// <summary>Whether progress is due after the step just taken.</summary>
    public bool ReportIsDue => step % options.ReportEvery == 0 || IsComplete;

    /// <summary>Measures the accuracies if this is a step to do so.</summary>
    /// <returns>Whether it was.</returns>
    public bool EvaluateIfDue(CancellationToken cancellationToken)
    {
        var due = options.EvaluateEvery is { } interval ? step % interval == 0 : sampler.AtEpochStart;
        if (!due)
            return false;
        var trainAccuracy = accuracy.Measure(train, cancellationToken);
        double? testAccuracy = test is null ? null : accuracy.Measure(test, cancellationToken);
        evaluations.Add(new Evaluation(sampler.CompletedEpochs, step, trainAccuracy, testAccuracy));
        return true;
    }

    /// <summary>Takes one step.</summary>
    public void Advance(double learningRate, int batchSize, CancellationToken cancellationToken)
    {
        Interruption.Check();
        var indexes = sampler.NextIndexes(batchSize);
        if (labels.Length < indexes.Length)
            labels = new int[indexes.Length];
        for (var i = 0; i < indexes.Length; i++)
            labels[i] = train.LabelMemory.Span[indexes[i]];

        method.Forward.Inputs.Fill(train.PixelBytes.Span, indexes, train.PixelsPerImage);
        var loss = method.Run(new Targets(labels, null), cancellationToken);
        TrainingGuard.RequireFinite(loss, step, learningRate);
        parameters.Descend(method.Gradient, learningRate);
        losses.Add(loss);
        Volatile.Write(ref step, step + 1);
    }

    public TrainingHistory History()
    {
        // The evaluations first, so that there is a loss for every step they speak of.
        var measured = evaluations.Snapshot();
        return new TrainingHistory(losses.Snapshot(), measured);
    }

    public TrainingResult Result() => new(parameters.ToNetwork(), History());

    public void Dispose()
    {
        method.Dispose();
        accuracy.Dispose();
        parameters.Dispose();
    }
}
