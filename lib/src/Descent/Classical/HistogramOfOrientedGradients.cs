namespace Descent;

/// <summary>
/// Features that tell in which directions the edges of an image run, and roughly where (Dalal and Triggs, 2005).
/// </summary>
/// <remarks>
/// <para>Rules made by hand, no learning. For each image:</para>
/// <list type="number">
/// <item><description>
/// Gradient at each pixel, by centred differences: g₀ = I(row, column + 1) − I(row, column − 1) across and
/// g₁ = I(row + 1, column) − I(row − 1, column) down. Beyond the border the nearest pixel repeats.
/// </description></item>
/// <item><description>
/// Orientation: the angle of (g₀, g₁), taken modulo 180° so that dark-to-light and light-to-dark count alike, falls between
/// two of
/// 9 bins with centres 0°, 20°, …, 160°. The magnitude √(g₀² + g₁²) is shared between the two in proportion (linear
/// interpolation).
/// An upright stroke fills bin 0.
/// </description></item>
/// <item><description>
/// Cells: a grid of square cells, as many as fit, in the middle of the image. A pixel votes in the four cells whose centres
/// surround
/// it, again in proportion, so that a stroke shifted by one pixel changes the features a little and not all at once.
/// </description></item>
/// <item><description>
/// Blocks: each 2×2 neighbouring cells make a block of 36 numbers v, normalised to v/√(‖v‖² + 1), cut off at 0.2 and
/// normalised again (L2-Hys), which makes thick and thin pens look alike. Blocks overlap: an inner cell counts in four.
/// </description></item>
/// <item><description>Bytes: each number is multiplied by 255 and rounded.</description></item>
/// </list>
/// <para>
/// A 28×28 image with cells of 5 pixels has 5×5 cells, 4×4 blocks and 16·36 = 576 features, and with 3 neighbours 98.8 % of
/// MNIST's
/// test images come out right, against 97.2 % for raw pixels. The result is the same on every machine and for any number of
/// threads.
/// </para>
/// <para>Lesson 1, Learning from data.</para>
/// </remarks>
/// <example>
/// <code>
/// var pixels = new byte[28 * 28];
/// for (var row = 0; row &lt; 28; row++)
///   pixels[row * 28 + 14] = 255;   // an upright stroke
/// var features = HistogramOfOrientedGradients.Features(pixels, rows: 28, columns: 28);
/// Console.WriteLine(features);   // 1×576 features
/// </code>
/// </example>
public static class HistogramOfOrientedGradients
{
    /// <summary>The number of bins for the orientation, 20° apart.</summary>
    /// <example><code>Console.WriteLine(180 / HistogramOfOrientedGradients.Orientations);   // 20 degrees</code></example>
    public const int Orientations = 9;

    /// <summary>The side of a cell in pixels unless told otherwise: the most accurate on MNIST of 4, 5, 6 and 7.</summary>
    /// <example><code>Console.WriteLine(28 / HistogramOfOrientedGradients.DefaultCellSize);   // 5 cells across</code></example>
    public const int DefaultCellSize = 5;

    /// <summary>The features of a set of images; all cores work.</summary>
    /// <param name="images">The images.</param>
    /// <param name="cellSize">The side of a cell in pixels; at least two cells must fit in each direction.</param>
    /// <returns>One row of features for each image, block by block: 576 for MNIST with cells of 5 pixels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive, or fewer than 2×2 cells fit.</exception>
    /// <example>
    /// <code>
    /// var images = ImageSet.Create(new byte[3 * 28 * 28], [0, 1, 2], rows: 28, columns: 28);
    /// Console.WriteLine(HistogramOfOrientedGradients.Features(images));   // 3×576 features
    /// </code>
    /// </example>
    public static ImageFeatures Features(ImageSet images, int cellSize = DefaultCellSize)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Features(images.PixelBytes, images.Rows, images.Columns, cellSize);
    }

    /// <summary>The features of images given as bytes; all cores work.</summary>
    /// <param name="pixels">The grey values of all images, one image after the other, each row by row.</param>
    /// <param name="rows">The height of an image in pixels.</param>
    /// <param name="columns">The width of an image in pixels.</param>
    /// <param name="cellSize">The side of a cell in pixels; at least two cells must fit in each direction.</param>
    /// <returns>One row of features for each image, block by block.</returns>
    /// <exception cref="ArgumentException">The pixels do not make up a whole number of images.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, or fewer than 2×2 cells fit.</exception>
    /// <example>
    /// <code>
    /// var features = HistogramOfOrientedGradients.Features(new byte[2 * 8 * 8], rows: 8, columns: 8, cellSize: 4);
    /// Console.WriteLine(features);   // 2×36 features: one block of 2×2 cells
    /// </code>
    /// </example>
    public static ImageFeatures Features(ReadOnlyMemory<byte> pixels, int rows, int columns, int cellSize = DefaultCellSize)
    {
        var count = ImageSize.CountImages(pixels, rows, columns);
        var grid = new CellGrid(rows, columns, cellSize);
        var features = new byte[Shapes.Count([count, grid.FeatureCount])];
        Parallel.For(0, count, () => new double[grid.HistogramCount], (image, _, histograms) =>
        {
            grid.Accumulate(pixels.Span.Slice(image * rows * columns, rows * columns), histograms);
            grid.NormaliseBlocks(histograms, features.AsSpan(image * grid.FeatureCount, grid.FeatureCount));
            return histograms;
        }, _ => { });
        return ImageFeatures.Wrap(count, grid.FeatureCount, features);
    }

    /// <summary>
    /// The histograms of the cells of one image before blocks are normalised, for looking at: cell rows × cell columns × 9,
    /// each number the sum of gradient magnitudes (in grey values) at one orientation.
    /// </summary>
    /// <param name="pixels">The grey values of one image, row by row.</param>
    /// <param name="rows">The height of the image in pixels.</param>
    /// <param name="columns">The width of the image in pixels.</param>
    /// <param name="cellSize">The side of a cell in pixels; at least two cells must fit in each direction.</param>
    /// <exception cref="ArgumentException">The pixels are not exactly one image.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, or fewer than 2×2 cells fit.</exception>
    /// <example>
    /// <code>
    /// var cells = HistogramOfOrientedGradients.Cells(new byte[28 * 28], rows: 28, columns: 28);
    /// Console.WriteLine(string.Join("×", cells.Shape));   // 5×5×9
    /// </code>
    /// </example>
    public static Tensor Cells(ReadOnlyMemory<byte> pixels, int rows, int columns, int cellSize = DefaultCellSize)
    {
        var count = ImageSize.CountImages(pixels, rows, columns);
        if (count != 1)
            throw new ArgumentException(
                $"The pixels hold {count} images of {rows}×{columns}; give exactly one.", nameof(pixels));

        var grid = new CellGrid(rows, columns, cellSize);
        var histograms = new double[grid.HistogramCount];
        grid.Accumulate(pixels.Span, histograms);
        return Tensor.Wrap(histograms, rows / cellSize, columns / cellSize, Orientations);
    }
}
