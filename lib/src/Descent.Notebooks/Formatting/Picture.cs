namespace Descent.Notebooks;

/// <summary>A picture of a digit, or of any matrix from 0 to 1: dark ink on light paper, in light and dark themes alike.</summary>
/// <param name="Pixels">A matrix, such as 28 × 28, from 0 (paper) to 1 (ink); values outside are clipped.</param>
/// <param name="Scale">The side of a pixel on the screen, at least 1. Default: 4.</param>
/// <example><code>new Picture(data.Train.Image(0))     // as the last line of a cell</code></example>
public sealed record Picture(Tensor Pixels, int Scale = 4)
{
    /// <summary>The picture in words.</summary>
    /// <returns>For example "Picture of 28 × 28 pixels".</returns>
    public override string ToString() => $"Picture of {Pixels.Shape[0]} × {Pixels.Shape[1]} pixels";

    internal string Base64() => Convert.ToBase64String(Png.Encode(Ink.Picture(Pixels, Scale)));
}
