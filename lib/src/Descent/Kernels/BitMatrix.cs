namespace Descent.Kernels;

/// <summary>A square of 64×64 bits: one number per row, one bit per column.</summary>
internal static class BitMatrix
{
    /// <summary>Bit r of <c>target[c]</c> becomes bit c of <c>source[r]</c>; rows that the source lacks count as zeros.</summary>
    public static void Transpose(ReadOnlySpan<ulong> source, Span<ulong> target)
    {
        source.CopyTo(target);
        target[source.Length..].Clear();

        // Swaps the two off-diagonal quarters of the square, then of each of its quarters, and so on down to single bits.
        var low = 0x00000000FFFFFFFFUL;
        for (var size = 32; size > 0; size >>= 1, low ^= low << size)
        {
            for (var row = 0; row < 64; row = (row + size + 1) & ~size)
            {
                var swapped = ((target[row] >> size) ^ target[row + size]) & low;
                target[row] ^= swapped << size;
                target[row + size] ^= swapped;
            }
        }
    }
}
