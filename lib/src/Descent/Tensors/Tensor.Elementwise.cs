using System.Numerics.Tensors;

namespace Descent;

public sealed partial class Tensor
{
    /// <summary>Applies a function to every element, in row-major order.</summary>
    /// <param name="function">The function.</param>
    /// <example><code>
    /// Tensor.Of(1, 2, 3).Map(x => x > 1 ? x : 0) // [0, 2, 3]
    /// </code></example>
    public Tensor Map(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new Tensor(Array.ConvertAll(Elements, value => function(value)), [.. Shape]);
    }

    /// <summary>e to the power of every element.</summary>
    /// <example><code>
    /// Tensor.Of(0, 1).Exp() // [1, 2.71828183]
    /// </code></example>
    public Tensor Exp() => Elementwise.Apply(TensorPrimitives.Exp, this);

    /// <summary>The natural logarithm of every element: −∞ for 0, NaN for a negative number.</summary>
    /// <example><code>
    /// Tensor.Of(1, 10).Log() // [0, 2.30258509]
    /// </code></example>
    public Tensor Log() => Elementwise.Apply(TensorPrimitives.Log, this);

    /// <summary>The square root of every element: NaN for a negative number.</summary>
    /// <example><code>
    /// Tensor.Of(9, 16).Sqrt() // [3, 4]
    /// </code></example>
    public Tensor Sqrt() => Elementwise.Apply(TensorPrimitives.Sqrt, this);

    /// <summary>The absolute value of every element.</summary>
    /// <example><code>
    /// Tensor.Of(-3, 4).Abs() // [3, 4]
    /// </code></example>
    public Tensor Abs() => Elementwise.Apply(TensorPrimitives.Abs, this);

    /// <summary>Every element times itself.</summary>
    /// <example><code>
    /// Tensor.Of(3, -4).Square() // [9, 16]
    /// </code></example>
    public Tensor Square() => this * this;

    /// <summary>Every element to a power.</summary>
    /// <param name="exponent">The power; need not be an integer.</param>
    /// <example><code>
    /// Tensor.Of(2, 3).Pow(3) // [8, 27]
    /// </code></example>
    public Tensor Pow(double exponent) => Map(value => Math.Pow(value, exponent));

    /// <summary>The hyperbolic tangent of every element: between −1 and 1.</summary>
    /// <example><code>
    /// Tensor.Of(0, 1).Tanh() // [0, 0.76159416]
    /// </code></example>
    public Tensor Tanh()
    {
        var result = Elementwise.Apply(TensorPrimitives.Tanh, this);
        for (var i = 0; i < Length; i++)
        {
            if (Math.Abs(Elements[i]) < LargestForTanhSeries)
                result.Elements[i] = TanhSeries(Elements[i]);
        }

        return result;
    }

    // The primitive loses the digits of small numbers, and all of those below 1e-16. What the series leaves out is below the last bit.
    private const double LargestForTanhSeries = 0.03;

    private static double TanhSeries(double x)
    {
        var square = x * x;
        return x * (1 + (square * ((-1 / 3.0) + (square * ((2 / 15.0) + (square * ((-17 / 315.0) + (square * (62 / 2835.0)))))))));
    }

    /// <summary>Moves every element that lies outside two bounds to the nearer bound. NaN stays NaN.</summary>
    /// <param name="lower">The lower bound.</param>
    /// <param name="upper">The upper bound.</param>
    /// <exception cref="ArgumentException">The lower bound is above the upper one, or one is NaN.</exception>
    /// <example><code>
    /// Tensor.Of(-2, 0.5, 7).Clamp(0, 1) // [0, 0.5, 1]
    /// </code></example>
    public Tensor Clamp(double lower, double upper) => lower <= upper
        ? Map(value => Math.Clamp(value, lower, upper))
        : throw new ArgumentException(
            double.IsNaN(lower) || double.IsNaN(upper)
                ? $"Clamp: the bounds are {lower} and {upper}, but both must be numbers. For no bound give an infinity."
                : $"Clamp: the lower bound {lower} is above the upper bound {upper}. Swap them.",
            nameof(lower));
}
