namespace Descent.Compare;

/// <summary>This library, through its public interface only.</summary>
internal sealed class DescentContestant(Mnist mnist) : IContestant
{
    private const int Epoch = 600;

    private readonly TwoLayerNetwork start = TwoLayerNetwork.Random(inputs: 784, hidden: 50, outputs: 10, seed: 1);
    private readonly MiniBatch batch = new BatchSampler(mnist.Train, batchSize: 100, seed: 1).Next();

    public Dictionary<string, object> Run(string command) => command switch
    {
        "about" => About(),
        "check" => Check(),
        "epoch" => TrainEpoch(),
        "lesson" => Milliseconds(() => Sgd.Train(start, mnist.Train, mnist.Test)),
        "product" => Product(),
        "numerical_gradient" => NumericalGradient(),
        "black_box" => Milliseconds(BlackBox),
        "numerical_epoch" => Milliseconds(() => Sgd.Train(
            start, mnist.Train, null, new SgdOptions { Steps = Epoch, EvaluateEvery = Epoch, Gradient = GradientMethod.Numerical })),
        "allocation" => Allocation(),
        _ => throw new ArgumentException($"There is no command '{command}'."),
    };

    private static Dictionary<string, object> About() => new()
    {
        ["version"] = $".NET {Environment.Version}",
        ["kernel"] = $"{FusedPeak.Lanes * 64} bits",
    };

    private Dictionary<string, object> Check()
    {
        var network = CheckNetwork.Create();
        var loss = 0.0;
        for (var step = 0; step < CheckNetwork.Steps; step++)
        {
            var first = step * 100;
            var gradient = network.Gradient(mnist.Train.Pixels(first..(first + 100)), [.. mnist.Train.Labels.Skip(first).Take(100)]);
            network = network.Step(gradient, 0.1);
            loss = gradient.Loss;
        }

        return new() { ["loss"] = loss, ["weights"] = network.W1.Abs().Sum() };
    }

    // Training measures the accuracies at step 0, and here at no later step: the work of an epoch and one evaluation.
    private Dictionary<string, object> TrainEpoch()
    {
        var options = new SgdOptions { Steps = Epoch, EvaluateEvery = Epoch + 1 };
        var (milliseconds, result) = Clock.Time(() => Sgd.Train(start, mnist.Train, mnist.Test, options));
        return new()
        {
            ["ms"] = milliseconds,
            ["loss"] = result.History.Losses.TakeLast(100).Average(),
            ["train"] = result.Network.Accuracy(mnist.Train),
            ["test"] = result.Network.Accuracy(mnist.Test),
        };
    }

    // The product and the peak in turn, so that both meet the same clock frequency.
    private Dictionary<string, object> Product()
    {
        double peak = 0, product = 0;
        for (var run = 0; run < 5; run++)
        {
            peak = Math.Max(peak, FusedPeak.Measure());
            var seconds = Clock.Shortest(() => batch.Images.MatMul(start.W1), runs: 20, repeats: 10);
            product = Math.Max(product, 2.0 * 100 * 784 * 50 / seconds / 1e9);
        }

        return new() { ["peak"] = peak, ["share of peak"] = product / peak };
    }

    private Dictionary<string, object> NumericalGradient()
    {
        var difference = LargestDifference();
        var seconds = Clock.Shortest(() => start.NumericalGradient(batch.Images, batch.Labels), runs: 1, repeats: 20);
        return new() { ["ms"] = seconds * 1000, ["largest difference"] = difference };
    }

    // At an untrained network and at a trained one, whose gradients differ in size.
    private double LargestDifference()
    {
        var trained = Sgd.Train(start, mnist.Train, null, new SgdOptions { Steps = 100, EvaluateEvery = Epoch }).Network;
        return new[] { start, trained }.Max(network => network.NumericalGradient(batch.Images, batch.Labels)
            .LargestDifference(network.Gradient(batch.Images, batch.Labels)));
    }

    private NetworkGradient BlackBox()
    {
        var (x, t) = (batch.Images, batch.OneHot);
        return new NetworkGradient(
            Gradients.Numerical(w => (start with { W1 = w }).Loss(x, t), start.W1),
            Gradients.Numerical(b => (start with { B1 = b }).Loss(x, t), start.B1),
            Gradients.Numerical(w => (start with { W2 = w }).Loss(x, t), start.W2),
            Gradients.Numerical(b => (start with { B2 = b }).Loss(x, t), start.B2));
    }

    // What a longer run allocates more than a shorter one, on all threads.
    private Dictionary<string, object> Allocation()
    {
        const int Few = 300, Many = 900;
        return new() { ["bytes per step"] = (double)(Allocated(Many) - Allocated(Few)) / (Many - Few) };
    }

    private long Allocated(int steps)
    {
        var options = new SgdOptions { Steps = steps, EvaluateEvery = int.MaxValue, ReportEvery = int.MaxValue };
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Sgd.Train(start, mnist.Train, null, options);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static Dictionary<string, object> Milliseconds<T>(Func<T> work) => new() { ["ms"] = Clock.Time(work).Milliseconds };
}
