namespace Descent;

/// <summary>Checks that a run of bytes holds whole images.</summary>
internal static class ImageSize
{
    public static int CountImages(ReadOnlyMemory<byte> pixels, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        var size = Shapes.Count([rows, columns]);
        if (pixels.Length % size != 0)
            throw new ArgumentException(
                $"{pixels.Length} bytes are not a whole number of {rows}×{columns} images ({size} bytes each); "
                    + "check the height and the width.",
                nameof(pixels));

        return pixels.Length / size;
    }
}
