namespace Descent;

/// <summary>Stops a training loop written by hand when its loss is no longer a finite number.</summary>
/// <example><code>TrainingGuard.RequireFinite(network.Loss(x, t), step: 0, learningRate: 0.1);</code></example>
public static class TrainingGuard
{
    /// <summary>Does nothing for a finite loss.</summary>
    /// <param name="loss">The loss of the step's batch.</param>
    /// <param name="step">The number of the step, from 0.</param>
    /// <param name="learningRate">The learning rate in use.</param>
    /// <exception cref="TrainingDivergedException">The loss is infinite or not a number.</exception>
    /// <example>
    /// <code>
    /// for (var step = 0; step &lt; 60; step++)
    /// {
    ///     var batch = sampler.Next();
    ///     var gradient = network.Gradient(batch.Images, batch.Labels);
    ///     TrainingGuard.RequireFinite(gradient.Loss, step, learningRate: 0.1);
    ///     network = network.Step(gradient, learningRate: 0.1);
    /// }
    /// </code>
    /// </example>
    public static void RequireFinite(double loss, int step, double learningRate)
    {
        if (!double.IsFinite(loss))
            throw new TrainingDivergedException(step, learningRate, loss);
    }
}
