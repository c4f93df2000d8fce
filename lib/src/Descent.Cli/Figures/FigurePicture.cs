using System.Buffers.Binary;

namespace Descent.Cli.Figures;

/// <summary>Tells the size at which the picture of a figure is shown: half of its pixels, so that it is sharp on fine screens.</summary>
internal static class FigurePicture
{
    /// <summary>How many of the picture's pixels stand for one of the figure's.</summary>
    public const int Scale = 2;

    // RFC 2083: eight bytes of signature, then the first chunk's length and name, then width and height.
    private const int WidthAt = 16;
    private const int HeightAt = 20;

    public static (int Width, int Height) ShownSize(ReadOnlySpan<byte> png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png[WidthAt..]) / Scale, BinaryPrimitives.ReadInt32BigEndian(png[HeightAt..]) / Scale);
}
