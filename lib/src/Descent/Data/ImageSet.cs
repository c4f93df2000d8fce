using Descent.Kernels;

namespace Descent;

/// <summary>
/// A set of labelled grey images of one size. Pixels are kept as bytes (0 to 255) and become numbers from 0 to 1 when they
/// are read: a byte divided by 255. Immutable. Lesson 1 shows what is inside.
/// </summary>
/// <example>
/// <code>
/// var train = Mnist.Load("../data/mnist").Train;
/// var first = train.Image(0);           // 28×28
/// var batch = train.Pixels(0..100);     // one image per row: 100×784
/// train.Take(300).Count // 300: a small set for lesson 6
/// </code>
/// </example>
public sealed class ImageSet
{
    private readonly ReadOnlyMemory<byte> pixels;
    private readonly ReadOnlyMemory<int> labels;

    internal ImageSet(ReadOnlyMemory<byte> pixels, ReadOnlyMemory<int> labels, int rows, int columns, int classes)
    {
        if (pixels.Length != (long)labels.Length * rows * columns)
        {
            throw new ArgumentException(
                $"{pixels.Length:N0} pixels do not make {labels.Length:N0} images of {rows}×{columns}: expected "
                + $"{(long)labels.Length * rows * columns:N0} pixels, one image for each label.");
        }

        this.pixels = pixels;
        this.labels = labels;
        (Rows, Columns, Classes) = (rows, columns, classes);
        Labels = new ReadOnlySlice<int>(labels);
    }

    /// <summary>How many images there are.</summary>
    public int Count => labels.Length;

    /// <summary>The height of an image in pixels: 28 for MNIST.</summary>
    public int Rows { get; }

    /// <summary>The width of an image in pixels: 28 for MNIST.</summary>
    public int Columns { get; }

    /// <summary>How many classes the labels choose from: 10 for MNIST. Labels run from 0 to one less.</summary>
    public int Classes { get; }

    /// <summary>The number of pixels in one image, rows × columns: 784 for MNIST.</summary>
    public int PixelsPerImage => Rows * Columns;

    /// <summary>The label of each image, in the images' order.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>All pixels as bytes, image after image and row after row; 0 is background and 255 the darkest ink.</summary>
    public ReadOnlyMemory<byte> PixelBytes => pixels;

    internal ReadOnlyMemory<int> LabelMemory => labels;

    /// <summary>Makes a set of your own images. The pixels and labels are copied.</summary>
    /// <param name="pixels">The bytes, image after image and row after row.</param>
    /// <param name="labels">One label per image, from 0 to <paramref name="classes"/> − 1.</param>
    /// <param name="rows">The height of an image.</param>
    /// <param name="columns">The width of an image.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <exception cref="ArgumentException">The number of pixels does not fit the number of labels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size or the number of classes is not positive, or a label is out of range.</exception>
    /// <example><code>var twoDots = ImageSet.Create([255, 0, 0, 255], [0, 1], rows: 1, columns: 2);</code></example>
    public static ImageSet Create(
        ReadOnlySpan<byte> pixels, IReadOnlyList<int> labels, int rows, int columns, int classes = 10)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        Shapes.Count([rows, columns]);
        LabelRange.Require(labels, classes);
        return new ImageSet(pixels.ToArray(), labels.ToArray(), rows, columns, classes);
    }

    /// <summary>One image in its own shape.</summary>
    /// <param name="index">Which image, from 0.</param>
    /// <returns>A rows×columns tensor (28×28) with values from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <example><code>mnist.Train.Image(0).Shape // [28, 28]</code></example>
    public Tensor Image(int index) => Tensor.Wrap(Units(index), Rows, Columns);

    /// <summary>One image as a vector: its rows one after another.</summary>
    /// <param name="index">Which image, from 0.</param>
    /// <returns>A vector of rows·columns (784) values from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <example><code>network.Predict(mnist.Test.Flat(0)).Shape // [10]</code></example>
    public Tensor Flat(int index) => Tensor.Wrap(Units(index), PixelsPerImage);

    /// <summary>Neighbouring images as a matrix with one image per row.</summary>
    /// <param name="range">Which images, as in <c>0..100</c>.</param>
    /// <returns>An n×784 tensor with values from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the set.</exception>
    /// <example><code>network.Predict(mnist.Test.Pixels(..5)).Shape // [5, 10]</code></example>
    public Tensor Pixels(Range range)
    {
        var (start, end) = (range.Start.GetOffset(Count), range.End.GetOffset(Count));
        if (start < 0 || end > Count || start > end)
            throw new ArgumentOutOfRangeException(nameof(range), $"The images {range} are not all in a set of {Count:N0}: expected a part of 0..{Count}.");
        var count = end - start;
        var values = GC.AllocateUninitializedArray<double>(Shapes.Count([count, PixelsPerImage]));
        PixelScale.ToUnits(pixels.Span.Slice(start * PixelsPerImage, count * PixelsPerImage), values);
        return Tensor.Wrap(values, count, PixelsPerImage);
    }

    /// <summary>Chosen images as a matrix with one image per row, in the order given; an image may be chosen twice.</summary>
    /// <param name="indexes">Which images, each from 0.</param>
    /// <returns>An n×784 tensor with values from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <example><code>mnist.Train.Pixels(mnist.Train.IndexesOf(label: 5)).Shape // [5421, 784]</code></example>
    public Tensor Pixels(IReadOnlyList<int> indexes)
    {
        ArgumentNullException.ThrowIfNull(indexes);
        Require(indexes);
        var values = GC.AllocateUninitializedArray<double>(Shapes.Count([indexes.Count, PixelsPerImage]));
        for (var i = 0; i < indexes.Count; i++)
            PixelScale.ToUnits(Bytes(indexes[i]), values.AsSpan(i * PixelsPerImage, PixelsPerImage));
        return Tensor.Wrap(values, indexes.Count, PixelsPerImage);
    }

    /// <summary>All images as one matrix. For the 60,000 training images that is 376 MB; <see cref="TwoLayerNetwork.Accuracy(ImageSet)"/>
    /// needs no such copy.</summary>
    /// <returns>A Count×784 tensor with values from 0 to 1.</returns>
    /// <example><code>network.Predict(mnist.Test.All()).Shape // [10000, 10]</code></example>
    public Tensor All() => Pixels(..);

    /// <summary>All labels in one-hot form: a row per image, 1 at its label and 0 elsewhere.</summary>
    /// <returns>A Count×Classes tensor.</returns>
    /// <example><code>Labels.FromOneHot(mnist.Test.Take(2).OneHot()) // [7, 2]</code></example>
    public Tensor OneHot()
    {
        var values = new double[Shapes.Count([Count, Classes])];
        for (var i = 0; i < Count; i++)
            values[(i * Classes) + labels.Span[i]] = 1;
        return Tensor.Wrap(values, Count, Classes);
    }

    /// <summary>The first images as a set of their own, without copying a pixel.</summary>
    /// <param name="count">How many, from 0 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The set has fewer images.</exception>
    /// <example><code>mnist.Train.Take(300).Count // 300: little enough to overfit</code></example>
    public ImageSet Take(int count)
    {
        if (count < 0 || count > Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"Cannot take {count:N0} images from a set of {Count:N0}: expected 0 to {Count:N0}.");
        }

        return new ImageSet(pixels[..(count * PixelsPerImage)], labels[..count], Rows, Columns, Classes);
    }

    /// <summary>Chosen images as a set of their own, in the order given.</summary>
    /// <param name="indexes">Which images, each from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <example><code>var fives = mnist.Train.Subset(mnist.Train.IndexesOf(label: 5));</code></example>
    public ImageSet Subset(IReadOnlyList<int> indexes)
    {
        ArgumentNullException.ThrowIfNull(indexes);
        Require(indexes);
        var chosen = new byte[Shapes.Count([indexes.Count, PixelsPerImage])];
        var chosenLabels = new int[indexes.Count];
        for (var i = 0; i < indexes.Count; i++)
        {
            Bytes(indexes[i]).CopyTo(chosen.AsSpan(i * PixelsPerImage));
            chosenLabels[i] = labels.Span[indexes[i]];
        }

        return new ImageSet(chosen, chosenLabels, Rows, Columns, Classes);
    }

    /// <summary>Where a label occurs.</summary>
    /// <param name="label">The label to look for.</param>
    /// <returns>The indexes of its images, in rising order; empty if there are none.</returns>
    /// <example><code>mnist.Train.IndexesOf(label: 5).Count // 5421</code></example>
    public IReadOnlyList<int> IndexesOf(int label)
    {
        var found = new List<int>();
        var all = labels.Span;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] == label)
                found.Add(i);
        }

        return found.AsReadOnly();
    }

    /// <summary>The numbers of images and classes, as in <c>60,000 images of 28×28, 10 classes</c>.</summary>
    public override string ToString() => $"{Count:N0} images of {Rows}×{Columns}, {Classes} classes";

    private double[] Units(int index)
    {
        var bytes = Bytes(index);
        var values = new double[bytes.Length];
        PixelScale.ToUnits(bytes, values);
        return values;
    }

    // Before memory is taken for images that may be large.
    private void Require(IReadOnlyList<int> indexes)
    {
        for (var i = 0; i < indexes.Count; i++)
            Bytes(indexes[i]);
    }

    private ReadOnlySpan<byte> Bytes(int index)
    {
        if (index < 0 || index >= Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(index), index, Count == 0 ? $"There is no image {index:N0}: the set is empty." : $"There is no image {index:N0} in a set of {Count:N0}: expected 0 to {Count - 1:N0}.");
        }

        return pixels.Span.Slice(index * PixelsPerImage, PixelsPerImage);
    }
}
