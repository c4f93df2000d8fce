namespace Descent.Tests;

/// <summary>
/// What an example finds at hand besides Descent: the variables that a lesson's cells have made by then. Public for the script,
/// and named as a cell names them.
/// </summary>
public sealed class ExampleGlobals : IDisposable
{
    internal static readonly string DataFolder = FindDataFolder();

    private static readonly Lazy<Mnist> Data = new(() => Mnist.Load(DataFolder));

    private BackgroundTraining? background;

    public ExampleConsole Console { get; } = new();

    public Mnist mnist => field ??= Data.Value;

    public TwoLayerNetwork start { get; } = TwoLayerNetwork.Random(inputs: 784, hidden: 50, outputs: 10, seed: 1);

    public TwoLayerNetwork network { get => field ?? start; set; }

    public BatchSampler sampler => field ??= new BatchSampler(mnist.Train, batchSize: 100, seed: 1);

    public MiniBatch batch => field ??= sampler.Next();

    public Tensor x => batch.Images;

    public Tensor t => batch.OneHot;

    public NetworkGradient gradient => network.Gradient(x, t);

    public double learningRate { get; } = 0.1;

    public int step { get; }

    public int steps { get; } = 20;

    public TrainingHistory history => Sgd.Train(start, mnist.Train.Take(100), options: new SgdOptions { Steps = steps }).History;

    public BackgroundTraining training => background ??= BackgroundTraining.Start(start, mnist.Train.Take(1000));

    public void Dispose() => background?.Dispose();

    private static string FindDataFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "data", "mnist");
            if (Directory.Exists(candidate))
                return candidate;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds data/mnist.");
    }
}
