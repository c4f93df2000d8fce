using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>
/// Sums in a fixed order: element i goes to lane i mod 8, and the eight lanes are added pairwise.
/// The order does not depend on the width of the machine's vectors, so the result has the same bits everywhere.
/// </summary>
internal static class Summation
{
    private const int Lanes = 8;

    // Powers of two, which take nothing from a number's digits. An array's sum of doubles times the first, and of products of two times the second, is in range.
    private static readonly double Small = Math.ScaleB(1, -32);
    private static readonly double SmallFactor = Math.ScaleB(1, -540);

    /// <summary>The sum. Where it leaves the range of a double only on the way, or adds infinities of an overflow, it is taken again from smaller numbers.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = PlainSum(values);
        return double.IsFinite(sum) ? sum : PlainSum(Scaled(values, Small)) / Small;
    }

    /// <summary>The mean, which is in range wherever the numbers are.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = PlainSum(values);
        return double.IsFinite(sum) ? sum / values.Length : PlainSum(Scaled(values, Small)) / values.Length / Small;
    }

    /// <summary>Σ lᵢrᵢ, with the same care.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = PlainDot(left, right);
        return double.IsFinite(sum) ? sum : PlainDot(Scaled(left, SmallFactor), Scaled(right, SmallFactor)) / SmallFactor / SmallFactor;
    }

    /// <summary>√Σ x²: where the squares leave the range of a double, that of smaller or larger x.</summary>
    public static double Norm(ReadOnlySpan<double> values)
    {
        const double LeastExact = 1e-290;
        var squares = PlainDot(values, values);
        if (squares is >= LeastExact and <= double.MaxValue || values.IsEmpty)
            return Math.Sqrt(squares);
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(values));
        if (largest == 0 || !double.IsFinite(largest))
            return largest;
        var exponent = Math.ILogB(largest);
        var shares = new double[values.Length];
        for (var i = 0; i < shares.Length; i++)
            shares[i] = Math.ScaleB(values[i], -exponent);
        return Math.ScaleB(Math.Sqrt(PlainDot(shares, shares)), exponent);
    }

    private static double PlainSum(ReadOnlySpan<double> values)
    {
        var sums = Vector512<double>.Zero;
        var i = 0;
        for (; i <= values.Length - Lanes; i += Lanes)
            sums += Vector512.Create(values.Slice(i, Lanes));
        Span<double> lanes = stackalloc double[Lanes];
        sums.CopyTo(lanes);
        for (var lane = 0; i < values.Length; i++, lane++)
            lanes[lane] += values[i];
        return Combine(lanes);
    }

    // Multiplies, rounds, then adds, so that machines without fused multiply-add agree as well.
    private static double PlainDot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sums = Vector512<double>.Zero;
        var i = 0;
        for (; i <= left.Length - Lanes; i += Lanes)
            sums += Vector512.Create(left.Slice(i, Lanes)) * Vector512.Create(right.Slice(i, Lanes));
        Span<double> lanes = stackalloc double[Lanes];
        sums.CopyTo(lanes);
        for (var lane = 0; i < left.Length; i++, lane++)
            lanes[lane] += left[i] * right[i];
        return Combine(lanes);
    }

    private static double[] Scaled(ReadOnlySpan<double> values, double factor)
    {
        var scaled = new double[values.Length];
        TensorPrimitives.Multiply(values, factor, scaled);
        return scaled;
    }

    private static double Combine(ReadOnlySpan<double> lanes) =>
        lanes[0] + lanes[1] + (lanes[2] + lanes[3]) + (lanes[4] + lanes[5] + (lanes[6] + lanes[7]));
}
