using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>
/// Sums in a fixed order: element i goes to lane i mod 8, and the eight lanes are added pairwise.
/// The order does not depend on the width of the machine's vectors, so the result has the same bits everywhere.
/// </summary>
internal static class Summation
{
    private const int Lanes = 8;

    public static double Sum(ReadOnlySpan<double> values)
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

    /// <summary>Multiplies, rounds, then adds, so that machines without fused multiply-add agree as well.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
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

    private static double Combine(ReadOnlySpan<double> lanes) =>
        lanes[0] + lanes[1] + (lanes[2] + lanes[3]) + (lanes[4] + lanes[5] + (lanes[6] + lanes[7]));
}
