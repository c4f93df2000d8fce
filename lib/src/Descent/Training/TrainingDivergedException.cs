using System.Globalization;

namespace Descent;

/// <summary>
/// Training came apart: the loss is no longer a finite number. The message names the step, the learning rate and the likely
/// cause. Lesson 4 shows how it happens.
/// </summary>
/// <example>
/// <code>
/// try
/// {
///     var result = Sgd.Train(network, mnist.Train, mnist.Test, new SgdOptions { LearningRate = 1e200 });
/// }
/// catch (TrainingDivergedException problem)
/// {
///     Console.WriteLine(problem.Message);
/// }
/// </code>
/// </example>
public sealed class TrainingDivergedException : ArithmeticException
{
    /// <summary>Says where training came apart.</summary>
    /// <param name="step">The step whose loss is not finite.</param>
    /// <param name="learningRate">The learning rate of the step.</param>
    /// <param name="loss">The loss: not a number, or infinite.</param>
    public TrainingDivergedException(int step, double learningRate, double loss)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Training diverged at step {step}: the loss is {Name(loss)} with a learning rate of {learningRate:R}. The likely cause is "
            + $"a learning rate that is too large, which lets the weights grow without bound: start from a fresh network with a smaller one, "
            + $"such as {Smaller(learningRate):R}.")) =>
        (Step, LearningRate, Loss) = (step, learningRate, loss);

    /// <summary>The step whose loss is not finite; the first is 0.</summary>
    public int Step { get; }

    /// <summary>The learning rate of that step.</summary>
    public double LearningRate { get; }

    /// <summary>The loss: not a number, or infinite.</summary>
    public double Loss { get; }

    private static double Smaller(double learningRate) => learningRate / 10 is > 0 and < 0.1 ? learningRate / 10 : 0.1;

    private static string Name(double loss) => double.IsNaN(loss) ? "not a number" : "infinite";
}
