namespace Descent.Benchmarks;

/// <summary>What all benchmarks work on: real digits, and a network that has seen a few of them.</summary>
internal static class Work
{
    public const int Samples = 100;
    public const int Inputs = 784;
    public const int Hidden = 50;
    public const int Outputs = 10;

    public static Mnist Mnist { get; } = Mnist.Load(DataFolder());

    public static MiniBatch Batch { get; } = new BatchSampler(Mnist.Train, Samples, seed: 1).Next();

    public static TwoLayerNetwork Network { get; } = Sgd.Train(
        TwoLayerNetwork.Random(Inputs, Hidden, Outputs, seed: 1), Mnist.Train, null, new SgdOptions { Steps = 100, EvaluateEvery = 101 }).Network;

    // A benchmark runs in a folder of its own, somewhere below the repository.
    private static string DataFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "data", "mnist");
            if (Directory.Exists(data))
                return data;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has data/mnist. Run the benchmarks inside the repository.");
    }
}
