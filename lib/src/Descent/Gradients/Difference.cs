namespace Descent;

/// <summary>Which difference quotient stands for a derivative. Lesson 3 compares their errors.</summary>
/// <example><code>
/// Gradients.Derivative(x => x * x, 3, h: 0.5, Difference.Forward) // 6.5
/// </code></example>
public enum Difference
{
    /// <summary>(f(x + h) − f(x − h)) / 2h: its error shrinks with h².</summary>
    Central,

    /// <summary>(f(x + h) − f(x)) / h: its error shrinks only with h.</summary>
    Forward,
}
