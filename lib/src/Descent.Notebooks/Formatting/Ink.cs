namespace Descent.Notebooks;

/// <summary>Pictures of digits: dark ink on light paper, opaque, so that they look the same in light and dark themes.</summary>
internal static class Ink
{
    private const double Paper = 245;
    private const double Darkest = 20;

    /// <summary>The grey value of a pixel from 0 (paper) to 1 (ink); values outside are clipped.</summary>
    public static byte Grey(double pixel) => (byte)Math.Round(Paper - (Paper - Darkest) * Math.Clamp(pixel, 0, 1));

    /// <summary>One image, each pixel drawn as a square of the given size.</summary>
    public static byte[,] Picture(Tensor image, int scale)
    {
        Require(image);
        var picture = new byte[image.Shape[0] * scale, image.Shape[1] * scale];
        Draw(image, picture, 0, 0, scale);
        return picture;
    }

    public static void Draw(Tensor image, byte[,] picture, int top, int left, int scale)
    {
        for (var row = 0; row < image.Shape[0] * scale; row++)
            for (var column = 0; column < image.Shape[1] * scale; column++)
                picture[top + row, left + column] = Grey(image[row / scale, column / scale]);
    }

    public static void Require(Tensor image)
    {
        if (image.Rank != 2)
            throw new ArgumentException(
                $"A picture needs a matrix of pixels, such as 28 × 28; found a tensor of shape [{string.Join(", ", image.Shape)}].");
    }
}
