namespace Descent;

/// <summary>How training finds the gradient of a batch's loss. Lesson 5 compares the two.</summary>
/// <example><code>var options = new SgdOptions { Gradient = GradientMethod.Numerical, Steps = 600 };</code></example>
public enum GradientMethod
{
    /// <summary>The chain rule: one pass forward and one back.</summary>
    Backpropagation,

    /// <summary>A central difference of the loss for every single parameter.</summary>
    Numerical,
}
