using System.Runtime.CompilerServices;

namespace Descent.Kernels;

/// <summary>Turns a pixel's byte into its value in [0, 1]. A table: the quotient is then rounded in one place only.</summary>
internal static class PixelScale
{
    private static readonly double[] Table = [.. Enumerable.Range(0, 256).Select(value => value / 255.0)];

    /// <summary>The value of each byte.</summary>
    public static ReadOnlySpan<double> Units => Table;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToUnits(ReadOnlySpan<byte> pixels, Span<double> values)
    {
        var units = Table;
        for (var i = 0; i < pixels.Length; i++)
            values[i] = units[pixels[i]];
    }
}
