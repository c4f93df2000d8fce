using BenchmarkDotNet.Attributes;

namespace Descent.Benchmarks;

/// <summary>What training is made of: losses, steps, gradients and the accuracy of a whole set.</summary>
[MemoryDiagnoser]
public class Training
{
    private readonly SoftmaxLoss softmaxLoss = new();
    private readonly Targets targets = new(Work.Batch.Labels.ToArray(), null);
    private readonly double[] scores = Work.Network.Logits(Work.Batch.Images).ToArray();
    private readonly double[] logits = new double[Work.Samples * Work.Outputs];
    private TrainingRun run = null!;

    [GlobalSetup]
    public void Prepare() => run = new TrainingRun(Work.Network, Work.Mnist.Train, null, new SgdOptions { Steps = int.MaxValue });

    [GlobalCleanup]
    public void Dispose() => run.Dispose();

    [Benchmark(Description = "softmax and loss of 100 samples")]
    public double SoftmaxAndLoss()
    {
        scores.CopyTo(logits, 0);
        return softmaxLoss.Run(logits, targets, Work.Samples, Work.Outputs);
    }

    [Benchmark(Description = "one step of training", Baseline = true)]
    public void Step() => run.Advance(learningRate: 0.1, batchSize: Work.Samples, CancellationToken.None);

    [Benchmark(Description = "one step, as lesson 5 writes it")]
    public TwoLayerNetwork ImmutableStep() =>
        Work.Network.Step(Work.Network.Gradient(Work.Batch.Images, Work.Batch.Labels), learningRate: 0.1);

    [Benchmark(Description = "numerical gradient of all parameters")]
    public NetworkGradient NumericalGradient() => Work.Network.NumericalGradient(Work.Batch.Images, Work.Batch.Labels);

    [Benchmark(Description = "accuracy on 60,000 images")]
    public double SetAccuracy() => Work.Network.Accuracy(Work.Mnist.Train);
}
