using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Descent.Kernels;

/// <summary>Finds which of the next 64 elements are not zero: bit i of the answer stands for element first + i.</summary>
internal static class NonZeroMask
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<byte> source, int first)
    {
        if (source.Length < 64)
            return OfFew(source);

        // The last window slides back to stay inside the row; the bits of elements already seen are shifted out.
        var start = Math.Min(first, source.Length - 64);
        ref var reference = ref MemoryMarshal.GetReference(source);
        ulong zeros;
        if (Vector512.IsHardwareAccelerated)
        {
            zeros = Vector512.Equals(Vector512.LoadUnsafe(ref reference, (nuint)start), Vector512<byte>.Zero)
                .ExtractMostSignificantBits();
        }
        else
        {
            zeros = Vector256.Equals(Vector256.LoadUnsafe(ref reference, (nuint)start), Vector256<byte>.Zero)
                .ExtractMostSignificantBits();
            zeros |= (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref reference, (nuint)start + 32), Vector256<byte>.Zero)
                .ExtractMostSignificantBits() << 32;
        }

        return ~zeros >> (first - start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<double> source, int first)
    {
        if (source.Length < 64)
            return OfFew(source);

        var start = Math.Min(first, source.Length - 64);
        ref var reference = ref MemoryMarshal.GetReference(source);
        var zeros = 0UL;
        if (Vector512.IsHardwareAccelerated)
        {
            for (var i = 0; i < 64; i += 8)
            {
                zeros |= Vector512.Equals(Vector512.LoadUnsafe(ref reference, (nuint)(start + i)), Vector512<double>.Zero)
                    .ExtractMostSignificantBits() << i;
            }
        }
        else
        {
            for (var i = 0; i < 64; i += 4)
            {
                zeros |= (ulong)Vector256.Equals(Vector256.LoadUnsafe(ref reference, (nuint)(start + i)), Vector256<double>.Zero)
                    .ExtractMostSignificantBits() << i;
            }
        }

        return ~zeros >> (first - start);
    }

    private static ulong OfFew(ReadOnlySpan<byte> source)
    {
        var mask = 0UL;
        for (var i = 0; i < source.Length; i++)
            mask |= source[i] != 0 ? 1UL << i : 0;
        return mask;
    }

    private static ulong OfFew(ReadOnlySpan<double> source)
    {
        var mask = 0UL;
        for (var i = 0; i < source.Length; i++)
            mask |= source[i] != 0 ? 1UL << i : 0;
        return mask;
    }
}
