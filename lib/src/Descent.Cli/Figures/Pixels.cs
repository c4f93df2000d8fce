using System.Runtime.InteropServices;

namespace Descent.Cli.Figures;

/// <summary>A picture as a browser hands it over: four bytes a pixel (red, green, blue, opacity), row by row.</summary>
internal sealed record Pixels(int Width, int Height, byte[] Bytes)
{
    /// <summary>Each pixel's four bytes as one number, in the machine's own order.</summary>
    public ReadOnlySpan<uint> Colours => MemoryMarshal.Cast<byte, uint>(Bytes);
}
