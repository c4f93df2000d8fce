using System.Runtime.CompilerServices;

namespace Descent;

/// <summary>Checks learning rates.</summary>
internal static class LearningRates
{
    public static void Require(double learningRate, [CallerArgumentExpression(nameof(learningRate))] string? name = null)
    {
        if (!(learningRate > 0 && double.IsFinite(learningRate)))
        {
            throw new ArgumentOutOfRangeException(
                name, learningRate, "The learning rate must be a finite number above 0, such as 0.1: it says how far a step goes down the slope.");
        }
    }
}
