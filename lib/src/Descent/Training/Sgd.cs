namespace Descent;

/// <summary>
/// Stochastic gradient descent: draw a mini-batch, find the gradient of its loss, step against it, and again. Lesson 5 writes
/// the same loop in the open.
/// </summary>
/// <example>
/// <code>
/// var mnist = Mnist.Load("../data/mnist");
/// var start = TwoLayerNetwork.Random(inputs: 784, hidden: 50, outputs: 10, seed: 1);
/// var result = Sgd.Train(start, mnist.Train, mnist.Test);
/// result.Network.Accuracy(mnist.Test) is > 0.94 and &lt; 0.95 // True
/// </code>
/// </example>
public static class Sgd
{
    /// <summary>
    /// Trains a network. The same start, data and options give the same network bit for bit, on any number of cores. The
    /// accuracy on both sets is measured at step 0 and after each epoch, unless the options say otherwise.
    /// </summary>
    /// <param name="start">Where to start; it does not change.</param>
    /// <param name="train">The images to learn from.</param>
    /// <param name="test">Images to measure with only, or null.</param>
    /// <param name="options">The hyperparameters; null for the defaults.</param>
    /// <param name="progress">Told the history so far after each evaluation and every <see cref="SgdOptions.ReportEvery"/> steps.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <returns>The trained network and its history.</returns>
    /// <exception cref="ShapeException">The images do not fit the network.</exception>
    /// <exception cref="ArgumentException">A set has more classes than the network has outputs, or is empty, or a weight of the start is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="TrainingDivergedException">The loss is no longer finite.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    /// <example><code>var result = Sgd.Train(start, mnist.Train, mnist.Test, new SgdOptions { Steps = 600 });</code></example>
    public static TrainingResult Train(
        TwoLayerNetwork start,
        ImageSet train,
        ImageSet? test = null,
        SgdOptions? options = null,
        IProgress<TrainingHistory>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var chosen = options ?? new SgdOptions();
        using var run = new TrainingRun(start, train, test, chosen);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (run.EvaluateIfDue(cancellationToken) || run.ReportIsDue)
                progress?.Report(run.History());
            if (run.IsComplete)
                return run.Result();
            run.Advance(chosen.LearningRate, chosen.BatchSize, cancellationToken);
        }
    }
}
