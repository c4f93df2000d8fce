using Descent.Kernels;
using MathNet.Numerics.Random;

namespace Descent;

/// <summary>
/// Draws mini-batches in shuffled epochs: every image comes once before any comes again. Each epoch has an order of its own
/// (a Fisher–Yates shuffle with MathNet.Numerics' Mersenne Twister), and the same seed draws the same batches. Mutable: it
/// remembers where it is. Not for several threads at once. Lesson 5 trains with it.
/// </summary>
/// <remarks>
/// If the batch size does not divide the number of images, the last batch of an epoch is smaller, so that no image is left
/// out and none comes twice.
/// </remarks>
/// <example>
/// <code>
/// var sampler = new BatchSampler(mnist.Train, batchSize: 100, seed: 1);
/// for (var step = 0; step &lt; 60; step++)
/// {
///     var batch = sampler.Next();
///     network = network.Step(network.Gradient(batch.Images, batch.Labels), learningRate: 0.1);
/// }
///
/// sampler.StepsPerEpoch // 600
/// </code>
/// </example>
public sealed class BatchSampler
{
    private readonly ImageSet data;
    private readonly MersenneTwister random;
    private readonly int[] order;
    private int position;

    /// <summary>Starts at the beginning of a first, shuffled epoch.</summary>
    /// <param name="data">The images to draw from.</param>
    /// <param name="batchSize">How many at a time, from 1 to all of them.</param>
    /// <param name="seed">The same seed draws the same batches.</param>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch is empty or larger than the set.</exception>
    /// <example><code>var sampler = new BatchSampler(mnist.Train, batchSize: 100, seed: 1);</code></example>
    public BatchSampler(ImageSet data, int batchSize, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count == 0)
            throw new ArgumentException("BatchSampler: the set of images is empty. Expected at least one image.", nameof(data));
        RequireFits(batchSize, data, nameof(batchSize));
        this.data = data;
        BatchSize = batchSize;
        random = new MersenneTwister(seed, threadSafe: false);
        order = [.. Enumerable.Range(0, data.Count)];
        Shuffle();
    }

    /// <summary>How many images a batch has.</summary>
    public int BatchSize { get; }

    /// <summary>How many batches use every image once: 600 for batches of 100 from 60,000.</summary>
    public int StepsPerEpoch => (order.Length + BatchSize - 1) / BatchSize;

    /// <summary>How many epochs are over: how often every image has been drawn.</summary>
    internal int CompletedEpochs { get; private set; }

    /// <summary>Whether the next image is the first of its epoch.</summary>
    internal bool AtEpochStart => position is 0 || position == order.Length;

    /// <summary>Draws the next batch.</summary>
    /// <returns><see cref="BatchSize"/> images with their labels, or the rest of an epoch if that is less.</returns>
    /// <example><code>var batch = sampler.Next();</code></example>
    public MiniBatch Next()
    {
        var indexes = NextIndexes(BatchSize);
        var images = GC.AllocateUninitializedArray<double>(indexes.Length * data.PixelsPerImage);
        var labels = new int[indexes.Length];
        for (var i = 0; i < indexes.Length; i++)
        {
            var pixels = data.PixelBytes.Span.Slice(indexes[i] * data.PixelsPerImage, data.PixelsPerImage);
            PixelScale.ToUnits(pixels, images.AsSpan(i * data.PixelsPerImage));
            labels[i] = data.LabelMemory.Span[indexes[i]];
        }

        return new MiniBatch(Tensor.Wrap(images, labels.Length, data.PixelsPerImage), labels) { Classes = data.Classes };
    }

    internal static void RequireFits(int batchSize, ImageSet data, string name)
    {
        if (batchSize < 1 || batchSize > data.Count)
        {
            throw new ArgumentOutOfRangeException(
                name, batchSize, $"A batch of {batchSize:N0} cannot be drawn from {data.Count:N0} images: expected 1 to {data.Count:N0}.");
        }
    }

    /// <summary>The indexes of the next batch, valid until the next call.</summary>
    internal ReadOnlySpan<int> NextIndexes(int batchSize)
    {
        if (position == order.Length)
        {
            Shuffle();
            position = 0;
        }

        var count = Math.Min(batchSize, order.Length - position);
        var indexes = order.AsSpan(position, count);
        position += count;
        if (position == order.Length)
            CompletedEpochs++;
        return indexes;
    }

    private void Shuffle()
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            // Not Next(i + 1), which allocates an array each time.
            var other = (int)(random.NextDouble() * (i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
