namespace Descent;

/// <summary>
/// Classifies a whole set block by block on all cores. A block's pixels are gathered from bytes into a worker's own buffers,
/// so the set is never copied; counts of right answers add up to the same sum in any order.
/// </summary>
internal sealed class SetAccuracy : IDisposable
{
    private const int BlockSize = 200;

    private readonly ForwardPass[] workers;

    public SetAccuracy(Parameters parameters)
    {
        workers = new ForwardPass[Environment.ProcessorCount];
        for (var i = 0; i < workers.Length; i++)
            workers[i] = new ForwardPass(parameters);
    }

    public double Measure(ImageSet images, CancellationToken cancellationToken)
    {
        if (images.Count == 0)
            throw new ArgumentException("Accuracy: the set of images is empty. Expected at least one image.", nameof(images));

        var correct = 0;
        var nextBlock = -1;
        var blocks = (images.Count + BlockSize - 1) / BlockSize;
        InterruptibleLoop.Run(
            stop => Parallel.For(0, workers.Length, worker =>
            {
                int block;
                while ((block = Interlocked.Increment(ref nextBlock)) < blocks && !stop.IsCancellationRequested)
                    Interlocked.Add(ref correct, CountCorrect(workers[worker], images, block));
            }),
            cancellationToken);
        return (double)correct / images.Count;
    }

    public void Dispose()
    {
        foreach (var worker in workers)
            worker.Dispose();
    }

    private static int CountCorrect(ForwardPass pass, ImageSet images, int block)
    {
        Span<int> indexes = stackalloc int[BlockSize];
        var first = block * BlockSize;
        indexes = indexes[..Math.Min(BlockSize, images.Count - first)];
        for (var i = 0; i < indexes.Length; i++)
            indexes[i] = first + i;

        pass.Inputs.Fill(images.PixelBytes.Span, indexes, images.PixelsPerImage);
        pass.Run();
        var labels = images.LabelMemory.Span.Slice(first, indexes.Length);
        var logits = pass.Outputs;
        var outputs = logits.Length / labels.Length;
        var correct = 0;
        for (var i = 0; i < labels.Length; i++)
            correct += ArgMax.Of(logits.Slice(i * outputs, outputs)) == labels[i] ? 1 : 0;
        return correct;
    }
}
