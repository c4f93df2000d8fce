using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Providers.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Descent.Compare;

/// <summary>The same training with MathNet.Numerics and its managed provider.</summary>
internal sealed class MathNetContestant : IContestant
{
    private const int Batch = 100;
    private const int Block = 500;

    private readonly Mnist mnist;

    public MathNetContestant(Mnist mnist, int threads)
    {
        this.mnist = mnist;
        Control.UseManaged();
        Control.MaxDegreeOfParallelism = threads;
    }

    public Dictionary<string, object> Run(string command) => command switch
    {
        "about" => new()
        {
            ["version"] = $"MathNet.Numerics {typeof(Control).Assembly.GetName().Version?.ToString(3)}",
            ["kernel"] = LinearAlgebraControl.Provider.ToString()!,
        },
        "check" => Check(),
        "epoch" => Epoch(),
        _ => throw new ArgumentException($"There is no command '{command}'."),
    };

    private Dictionary<string, object> Check()
    {
        var start = CheckNetwork.Create();
        var network = new MathNetNetwork(
            DenseMatrix.OfArray(start.W1.AsMatrix().ToArray()), DenseMatrix.OfArray(start.W2.AsMatrix().ToArray()), Batch);
        var losses = network.Train(mnist.Train, [.. Enumerable.Range(0, CheckNetwork.Steps * Batch)]);
        return new() { ["loss"] = losses[^1], ["weights"] = network.W1.PointwiseAbs().Enumerate().Sum() };
    }

    private Dictionary<string, object> Epoch()
    {
        var random = new MersenneTwister(1);
        var network = new MathNetNetwork(
            DenseMatrix.CreateRandom(784, 50, new Normal(0, 0.01, random)), DenseMatrix.CreateRandom(50, 10, new Normal(0, 0.01, random)), Batch);
        var (milliseconds, result) = Clock.Time(() =>
        {
            var losses = network.Train(mnist.Train, [.. Enumerable.Range(0, mnist.Train.Count).SelectPermutation(random)]);
            var measured = network.WithBatch(Block);
            return (losses, train: measured.Accuracy(mnist.Train), test: measured.Accuracy(mnist.Test));
        });
        return new()
        {
            ["ms"] = milliseconds,
            ["loss"] = result.losses.TakeLast(100).Average(),
            ["train"] = result.train,
            ["test"] = result.test,
        };
    }
}
