namespace Descent;

/// <summary>
/// The MNIST handwritten digits: 60,000 images to train on and 10,000 to test on, 28 × 28 pixels each, labelled 0 to 9.
/// Lesson 1 introduces the data.
/// </summary>
/// <example>
/// <code>
/// var mnist = Mnist.Load("../data/mnist");
/// var five = mnist.Train.Image(0);      // 28×28, values from 0 to 1
/// mnist.Train.Labels[0] // 5
/// </code>
/// </example>
public sealed class Mnist
{
    private const int Classes = 10;

    private static readonly DataFile TrainImages = new(
        "train-images-idx3-ubyte.gz", "0b367032e93c5d0cea0925647cfdb18614af8ee15f83e6f2fc2ad904a6835971");

    private static readonly DataFile TrainLabels = new(
        "train-labels-idx1-ubyte.gz", "1787548bbe0bff1ec2ecdc0ef292b02df999e2d1a6002d27500982c652b17203");

    private static readonly DataFile TestImages = new(
        "t10k-images-idx3-ubyte.gz", "1a1a05eab793c14bb050b398624a11b0ffd1a2953baed553b1b9bd079e2a20be");

    private static readonly DataFile TestLabels = new(
        "t10k-labels-idx1-ubyte.gz", "b91679a0acfe4ba0e50a2437a903084cba1f5f92592b016a25a7dfd00455798b");

    private Mnist(ImageSet train, ImageSet test) => (Train, Test) = (train, test);

    /// <summary>The 60,000 images to learn from.</summary>
    public ImageSet Train { get; }

    /// <summary>The 10,000 images to measure with. A network must never learn from them.</summary>
    public ImageSet Test { get; }

    /// <summary>Reads the four gzipped IDX files after checking the SHA-256 of each.</summary>
    /// <param name="folder">The folder with the files; in a notebook, <c>"../data/mnist"</c>.</param>
    /// <returns>Both sets, with the pixels kept as bytes.</returns>
    /// <exception cref="DataFileException">A file is missing, damaged or not the published one.</exception>
    /// <example><code>var mnist = Mnist.Load("../data/mnist");</code></example>
    public static Mnist Load(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ImageSet? train = null, test = null;
        // Both have ended when this returns or throws: a failure is told once (that of the test images first), and no file is still open.
        InterruptibleLoop.Run(
            _ => Task.WhenAll(
                Task.Run(() => test = Read(folder, TestImages, TestLabels), CancellationToken.None),
                Task.Run(() => train = Read(folder, TrainImages, TrainLabels), CancellationToken.None)).GetAwaiter().GetResult(),
            CancellationToken.None);
        return new Mnist(train!, test!);
    }

    /// <summary>Checks that all four files are there and have the published SHA-256, without unpacking them.</summary>
    /// <param name="folder">The folder with the files.</param>
    /// <exception cref="DataFileException">A file is missing or not the published one.</exception>
    /// <example><code>Mnist.Verify("../data/mnist");</code></example>
    public static void Verify(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        foreach (var file in new[] { TrainImages, TrainLabels, TestImages, TestLabels })
            file.ReadVerified(folder);
    }

    private static ImageSet Read(string folder, DataFile imagesFile, DataFile labelsFile)
    {
        var labels = IdxReader.ReadLabels(labelsFile.Name, labelsFile.ReadVerified(folder), Classes);
        var (pixels, rows, columns) = IdxReader.ReadImages(imagesFile.Name, imagesFile.ReadVerified(folder));
        return new ImageSet(pixels, labels, rows, columns, Classes);
    }
}
