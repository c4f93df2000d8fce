namespace Descent;

/// <summary>
/// A table of numbers that describe images: one row per image, one byte (0 to 255) per feature.
/// </summary>
/// <remarks>
/// <para>
/// A classifier of the classical kind never sees the image, only a row of this table. What the row holds is a choice made
/// by hand: the raw pixels (<see cref="Pixels(ImageSet)"/>) or something cleverer, such as
/// <see cref="HistogramOfOrientedGradients"/>.
/// </para>
/// <para>The table is immutable. Values are bytes so that distances between rows are whole numbers: exact, and the same
/// everywhere.</para>
/// <para>Lesson 1, Learning from data.</para>
/// </remarks>
/// <example>
/// <code>
/// var features = ImageFeatures.FromRows([0, 0], [3, 4]);
/// Console.WriteLine($"{features.Count} rows of {features.Dimensions} features");
/// </code>
/// </example>
public sealed class ImageFeatures
{
    private readonly ReadOnlyMemory<byte> values;

    private ImageFeatures(int count, int dimensions, ReadOnlyMemory<byte> values)
    {
        Count = count;
        Dimensions = dimensions;
        this.values = values;
    }

    /// <summary>The number of rows, one for each image.</summary>
    /// <example><code>Console.WriteLine(ImageFeatures.FromRows([1, 2], [3, 4], [5, 6]).Count);   // 3</code></example>
    public int Count { get; }

    /// <summary>The number of features in a row.</summary>
    /// <example><code>Console.WriteLine(ImageFeatures.FromRows([1, 2], [3, 4], [5, 6]).Dimensions);   // 2</code></example>
    public int Dimensions { get; }

    /// <summary>One feature of one image.</summary>
    /// <param name="row">Which image, from 0.</param>
    /// <param name="column">Which feature, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    /// <example><code>Console.WriteLine(ImageFeatures.FromRows([1, 2], [3, 4])[1, 0]);   // 3</code></example>
    public byte this[int row, int column]
    {
        get
        {
            if ((uint)column >= (uint)Dimensions)
                throw new ArgumentOutOfRangeException(
                    nameof(column), column, $"A row has {Dimensions} features; ask for one from 0 to {Dimensions - 1}.");

            return Row(row).Span[column];
        }
    }

    /// <summary>Makes a table from rows written out by hand, copying them.</summary>
    /// <param name="rows">The rows: at least one, all of the same length.</param>
    /// <exception cref="ArgumentException">There is no row, a row is empty, or two rows differ in length.</exception>
    /// <example><code>var square = ImageFeatures.FromRows([0, 0], [0, 9], [9, 0], [9, 9]);</code></example>
    public static ImageFeatures FromRows(params byte[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Length == 0 || rows[0].Length == 0)
            throw new ArgumentException("A table of features needs at least one row with at least one feature.", nameof(rows));

        var dimensions = rows[0].Length;
        for (var row = 1; row < rows.Length; row++)
        {
            if (rows[row].Length != dimensions)
                throw new ArgumentException(
                    $"Row 0 has {dimensions} features but row {row} has {rows[row].Length}; give every row the same length.",
                    nameof(rows));
        }

        return Wrap(rows.Length, dimensions, rows.SelectMany(row => row).ToArray());
    }

    /// <summary>The raw pixels as features: each image is its own row, unchanged. Nothing is copied.</summary>
    /// <param name="images">The images.</param>
    /// <returns>One row of rows × columns features for each image.</returns>
    /// <example>
    /// <code>
    /// var images = ImageSet.Create([255, 0, 0, 255, 9, 9, 9, 9], [0, 1], rows: 2, columns: 2);
    /// Console.WriteLine(ImageFeatures.Pixels(images));   // 2×4 features
    /// </code>
    /// </example>
    public static ImageFeatures Pixels(ImageSet images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Pixels(images.PixelBytes, images.Rows, images.Columns);
    }

    /// <summary>The raw pixels of images given as bytes. Nothing is copied.</summary>
    /// <param name="pixels">The grey values of all images, one image after the other, each row by row.</param>
    /// <param name="rows">The height of an image in pixels.</param>
    /// <param name="columns">The width of an image in pixels.</param>
    /// <exception cref="ArgumentException">The pixels do not make up a whole number of images.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The height or the width is not positive.</exception>
    /// <example>
    /// <code>
    /// var twoSmallImages = ImageFeatures.Pixels(new byte[] { 0, 255, 0, 255,   9, 9, 9, 9 }, rows: 2, columns: 2);
    /// Console.WriteLine(twoSmallImages.Count);   // 2
    /// </code>
    /// </example>
    public static ImageFeatures Pixels(ReadOnlyMemory<byte> pixels, int rows, int columns) =>
        Wrap(ImageSize.CountImages(pixels, rows, columns), rows * columns, pixels);

    /// <summary>The features of one image: a view of <see cref="Dimensions"/> bytes, no copy.</summary>
    /// <param name="index">Which image, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <example><code>Console.WriteLine(ImageFeatures.FromRows([1, 2], [3, 4]).Row(1).Span[0]);   // 3</code></example>
    public ReadOnlyMemory<byte> Row(int index)
    {
        if ((uint)index >= (uint)Count)
            throw new ArgumentOutOfRangeException(
                nameof(index),
                index,
                Count == 0 ? "The table has no rows." : $"The table has {Count} rows; ask for one from 0 to {Count - 1}.");

        return values.Slice(index * Dimensions, Dimensions);
    }

    /// <summary>The first rows as a table of their own; shares the bytes.</summary>
    /// <param name="count">How many rows, from 0 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or more than there are rows.</exception>
    /// <example><code>Console.WriteLine(ImageFeatures.FromRows([1, 2], [3, 4]).Take(1).Count);   // 1</code></example>
    public ImageFeatures Take(int count)
    {
        if ((uint)count > (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"The table has {Count} rows; take from 0 to {Count}.");

        return Wrap(count, Dimensions, values[..(count * Dimensions)]);
    }

    /// <summary>The shape, for example <c>60000×784 features</c>.</summary>
    /// <example><code>Console.WriteLine(ImageFeatures.FromRows([1, 2], [3, 4]));   // 2×2 features</code></example>
    public override string ToString() => $"{Count}×{Dimensions} features";

    internal static ImageFeatures Wrap(int count, int dimensions, ReadOnlyMemory<byte> values) => new(count, dimensions, values);

    internal ReadOnlySpan<byte> AsSpan() => values.Span;
}
