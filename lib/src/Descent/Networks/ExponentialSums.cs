using System.Numerics.Tensors;

namespace Descent;

/// <summary>
/// Σₖ pₖ exp(Δ·wₖ) for many moves Δ at once: what becomes of a softmax's denominator when one hidden unit moves by Δ.
/// </summary>
internal static class ExponentialSums
{
    /// <summary>
    /// The largest |Δ·w| for which <see cref="BySeries"/> is as exact as the exponential function: what it leaves out is below
    /// |Δ·w|⁵/120, a tenth of the last bit of 1.
    /// </summary>
    public const double LargestForSeries = 1e-3;

    /// <summary>From the exponentials themselves. The answer stands at the start of <paramref name="scratch"/>, moves × weights long.</summary>
    public static Span<double> Of(
        ReadOnlySpan<double> moves, ReadOnlySpan<double> weights, ReadOnlySpan<double> probabilities, Span<double> scratch)
    {
        for (var output = 0; output < weights.Length; output++)
            TensorPrimitives.Multiply(moves, weights[output], scratch.Slice(output * moves.Length, moves.Length));
        TensorPrimitives.Exp(scratch, scratch);

        var sums = scratch[..moves.Length];
        TensorPrimitives.Multiply(sums, probabilities[0], sums);
        for (var output = 1; output < weights.Length; output++)
            TensorPrimitives.MultiplyAdd(scratch.Slice(output * moves.Length, moves.Length), probabilities[output], sums, sums);
        return sums;
    }

    /// <summary>
    /// From exp z = 1 + z + z²/2 + z³/6 + z⁴/24, which has the same sums over the outputs for all moves: Σₖ pₖ wₖⁿ is the
    /// coefficient of Δⁿ. The answer fills <paramref name="sums"/>.
    /// </summary>
    public static Span<double> BySeries(
        ReadOnlySpan<double> moves, ReadOnlySpan<double> weights, ReadOnlySpan<double> probabilities, Span<double> sums)
    {
        double c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0;
        for (var output = 0; output < weights.Length; output++)
        {
            var (term, weight) = (probabilities[output], weights[output]);
            c0 += term;
            c1 += term *= weight;
            c2 += term *= weight / 2;
            c3 += term *= weight / 3;
            c4 += term * (weight / 4);
        }

        TensorPrimitives.Multiply(moves, c4, sums);
        TensorPrimitives.Add(sums, c3, sums);
        TensorPrimitives.MultiplyAdd(sums, moves, c2, sums);
        TensorPrimitives.MultiplyAdd(sums, moves, c1, sums);
        TensorPrimitives.MultiplyAdd(sums, moves, c0, sums);
        return sums;
    }
}
