using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Descent;

public sealed partial class Tensor
{
    /// <summary>
    /// Independent samples of the normal distribution, from MathNet.Numerics' Mersenne twister.
    /// The same seed and shape give the same numbers every time.
    /// </summary>
    /// <param name="seed">Chooses the sequence of random numbers.</param>
    /// <param name="mean">The middle of the distribution.</param>
    /// <param name="standardDeviation">Its width; at least 0.</param>
    /// <param name="shape">The size along each axis.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative or not a number.</exception>
    /// <example><code>
    /// var weights = Tensor.Normal(seed: 1, mean: 0, standardDeviation: 0.01, 784, 50);
    /// weights.Abs().Max() &lt; 0.06 // True
    /// </code></example>
    public static Tensor Normal(int seed, double mean, double standardDeviation, params ReadOnlySpan<int> shape)
    {
        if (!(standardDeviation >= 0))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), $"Normal: the standard deviation is {standardDeviation}, but it must be at least 0.");
        var values = new double[Shapes.Count(shape)];
        MathNet.Numerics.Distributions.Normal.Samples(new MersenneTwister(seed, threadSafe: false), values, mean, standardDeviation);
        return new Tensor(values, shape.ToArray());
    }

    /// <summary>
    /// Independent samples, evenly distributed between two bounds, from MathNet.Numerics' Mersenne twister.
    /// The same seed and shape give the same numbers every time.
    /// </summary>
    /// <param name="seed">Chooses the sequence of random numbers.</param>
    /// <param name="lower">The lower bound.</param>
    /// <param name="upper">The upper bound; not below the lower one.</param>
    /// <param name="shape">The size along each axis.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are the wrong way round.</exception>
    /// <example><code>
    /// var x = Tensor.Uniform(seed: 1, lower: -1, upper: 1, 1000);
    /// x.Min() &gt;= -1 &amp;&amp; x.Max() &lt;= 1 // True
    /// </code></example>
    public static Tensor Uniform(int seed, double lower, double upper, params ReadOnlySpan<int> shape)
    {
        if (!(lower <= upper))
            throw new ArgumentOutOfRangeException(nameof(upper), $"Uniform: the bounds are {lower} and {upper}, but the upper one must not be below the lower one.");
        var values = new double[Shapes.Count(shape)];
        ContinuousUniform.Samples(new MersenneTwister(seed, threadSafe: false), values, lower, upper);
        return new Tensor(values, shape.ToArray());
    }
}
