namespace Descent;

/// <summary>The hyperparameters of a run of stochastic gradient descent. Lesson 6 tries others.</summary>
/// <example><code>var options = new SgdOptions { LearningRate = 0.5, Steps = 1_200 };</code></example>
public sealed record SgdOptions
{
    /// <summary>η: how far a step goes down the slope. Above 0; 0.1 by default.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>How many images a step sees; 100 by default.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>How many steps to take; 10,000 by default, 16.67 epochs of 60,000 images.</summary>
    public int Steps { get; init; } = 10_000;

    /// <summary>Chooses the order of the images; 1 by default. The same seed gives the same run.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Measure the accuracy every so many steps, the first time at step 0. By default (<c>null</c>) at step 0 and whenever an
    /// epoch is complete.
    /// </summary>
    public int? EvaluateEvery { get; init; }

    /// <summary>Report progress every so many steps, besides after each evaluation; 100 by default.</summary>
    public int ReportEvery { get; init; } = 100;

    /// <summary>How to find the gradient; by default backpropagation.</summary>
    public GradientMethod Gradient { get; init; } = GradientMethod.Backpropagation;

    internal void Require(ImageSet train)
    {
        LearningRates.Require(LearningRate);
        BatchSampler.RequireFits(BatchSize, train, nameof(BatchSize));
        ArgumentOutOfRangeException.ThrowIfNegative(Steps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ReportEvery);
        if (EvaluateEvery is { } interval)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(interval, nameof(EvaluateEvery));
    }
}
