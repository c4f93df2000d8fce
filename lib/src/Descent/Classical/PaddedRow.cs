using System.Runtime.Intrinsics;

namespace Descent;

/// <summary>
/// A row of features as doubles, followed by a constant 255 that carries the bias, padded with zeros to whole blocks of 16.
/// </summary>
internal static class PaddedRow
{
    private const int Block = 16;

    public static int Length(int dimensions) => (dimensions + Block) / Block * Block;

    public static void Fill(ReadOnlySpan<byte> features, Span<double> row)
    {
        row.Clear();
        for (var column = 0; column < features.Length; column++)
            row[column] = features[column];

        row[features.Length] = byte.MaxValue;
    }

    /// <summary>Σ aᵢ·bᵢ in 16 fixed lanes without fused operations, so that every processor rounds alike.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        Vector256<double> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        for (var start = 0; start < left.Length; start += Block)
        {
            var a = left.Slice(start, Block);
            var b = right.Slice(start, Block);
            sum0 += Vector256.Create(a) * Vector256.Create(b);
            sum1 += Vector256.Create(a[4..]) * Vector256.Create(b[4..]);
            sum2 += Vector256.Create(a[8..]) * Vector256.Create(b[8..]);
            sum3 += Vector256.Create(a[12..]) * Vector256.Create(b[12..]);
        }

        var sum = (sum0 + sum1) + (sum2 + sum3);
        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }

    /// <summary>weights ← weights + factor·row.</summary>
    public static void AddScaled(Span<double> weights, double factor, ReadOnlySpan<double> row)
    {
        var factors = Vector256.Create(factor);
        for (var start = 0; start < row.Length; start += Vector256<double>.Count)
        {
            var target = weights[start..];
            (Vector256.Create<double>(target) + factors * Vector256.Create(row[start..])).CopyTo(target);
        }
    }
}
