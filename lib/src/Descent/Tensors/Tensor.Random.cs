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
    /// <exception cref="ArgumentOutOfRangeException">The mean is not finite, or the standard deviation is negative or not finite.</exception>
    /// <example><code>
    /// var weights = Tensor.Normal(seed: 1, mean: 0, standardDeviation: 0.01, 784, 50);
    /// weights.Abs().Max() &lt; 0.06 // True
    /// </code></example>
    public static Tensor Normal(int seed, double mean, double standardDeviation, params ReadOnlySpan<int> shape)
    {
        if (!double.IsFinite(mean))
            throw new ArgumentOutOfRangeException(nameof(mean), $"Normal: the mean is {mean}, but it must be finite.");
        if (!(standardDeviation >= 0 && double.IsFinite(standardDeviation)))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), $"Normal: the standard deviation is {standardDeviation}, but it must be finite and at least 0.");
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
    /// <exception cref="ArgumentOutOfRangeException">The bounds are the wrong way round, or one is not finite.</exception>
    /// <example><code>
    /// var x = Tensor.Uniform(seed: 1, lower: -1, upper: 1, 1000);
    /// x.Min() &gt;= -1 &amp;&amp; x.Max() &lt;= 1 // True
    /// </code></example>
    public static Tensor Uniform(int seed, double lower, double upper, params ReadOnlySpan<int> shape)
    {
        if (!double.IsFinite(lower) || !double.IsFinite(upper))
            throw new ArgumentOutOfRangeException(nameof(upper), $"Uniform: the bounds are {lower} and {upper}, but both must be finite.");
        if (!(lower <= upper))
            throw new ArgumentOutOfRangeException(nameof(upper), $"Uniform: the bounds are {lower} and {upper}, but the upper one must not be below the lower one.");
        var values = new double[Shapes.Count(shape)];
        var random = new MersenneTwister(seed, threadSafe: false);
        if (double.IsFinite(upper - lower))
        {
            ContinuousUniform.Samples(random, values, lower, upper);
        }
        else
        {
            ContinuousUniform.Samples(random, values, 0, 1);
            for (var i = 0; i < values.Length; i++)
                values[i] = (lower * (1 - values[i])) + (upper * values[i]);
        }

        return new Tensor(values, shape.ToArray());
    }
}
