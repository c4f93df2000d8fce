using Descent.Tests.Data;

namespace Descent.Tests.Training;

public class SgdTests
{
    private static readonly TwoLayerNetwork Start = TwoLayerNetwork.Random(784, 50, 10, seed: 1);
    private static readonly ImageSet Thousand = Digits.Mnist.Train.Take(1_000);

    [Fact]
    public void Training_in_one_call_has_the_bits_of_the_loop_written_by_hand()
    {
        var options = new SgdOptions { Steps = 75, BatchSize = 30 };
        var result = Sgd.Train(Start, Thousand, null, options, cancellationToken: TestContext.Current.CancellationToken);

        var network = Start;
        var losses = new List<double>();
        var sampler = new BatchSampler(Thousand, options.BatchSize, options.Seed);
        for (var step = 0; step < options.Steps; step++)
        {
            var batch = sampler.Next();
            var gradient = network.Gradient(batch.Images, batch.Labels);
            losses.Add(gradient.Loss);
            network = network.Step(gradient, options.LearningRate);
        }

        Assert.Equal(network, result.Network);
        Assert.Equal(losses, result.History.Losses);
    }

    [Fact]
    public void Same_seed_gives_the_same_bits_and_another_seed_others()
    {
        TwoLayerNetwork Train(int seed) =>
            Sgd.Train(Start, Thousand, null, new SgdOptions { Steps = 20, Seed = seed }).Network;

        Assert.Equal(Train(1), Train(1));
        Assert.NotEqual(Train(1), Train(2));
    }

    [Fact]
    public void Accuracy_is_measured_at_the_start_and_after_each_epoch()
    {
        var result = Sgd.Train(
            Start, Thousand, Digits.Mnist.Test.Take(500), new SgdOptions { Steps = 25 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([0, 10, 20], result.History.Evaluations.Select(evaluation => evaluation.Step));
        Assert.Equal([0, 1, 2], result.History.Evaluations.Select(evaluation => evaluation.Epoch));
        Assert.Equal(Start.Accuracy(Thousand), result.History.Evaluations[0].TrainAccuracy);
        Assert.Equal(Start.Accuracy(Digits.Mnist.Test.Take(500)), result.History.Evaluations[0].TestAccuracy);
    }

    [Fact]
    public void Training_by_numerical_gradients_learns_what_backpropagation_learns()
    {
        var options = new SgdOptions { Steps = 10, BatchSize = 20 };
        var exact = Sgd.Train(Start, Thousand, null, options, cancellationToken: TestContext.Current.CancellationToken);
        var numerical = Sgd.Train(
            Start, Thousand, null, options with { Gradient = GradientMethod.Numerical }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.NotEqual(exact.Network, numerical.Network);
        for (var step = 0; step < options.Steps; step++)
            Assert.Equal(exact.History.Losses[step], numerical.History.Losses[step], 1e-8);
    }

    [Fact]
    public void Step_allocates_next_to_nothing()
    {
        Sgd.Train(Start, Thousand, null, new SgdOptions { Steps = 20, EvaluateEvery = 1_000 });
        var few = Allocated(100);
        var many = Allocated(600);

        Assert.InRange((many - few) / 500, 0, 4_096);

        static long Allocated(int steps)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Sgd.Train(Start, Thousand, null, new SgdOptions { Steps = steps, EvaluateEvery = 1_000 });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Loss_that_is_not_finite_stops_training_and_names_the_step()
    {
        var options = new SgdOptions { LearningRate = 1e308, Steps = 50 };
        var problem = Assert.Throws<TrainingDivergedException>(() => Sgd.Train(Start, Thousand, null, options));

        Assert.Equal(1e308, problem.LearningRate);
        Assert.InRange(problem.Step, 1, 49);
        Assert.Contains($"Training diverged at step {problem.Step}: the loss is ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("with a learning rate of 1E+308", problem.Message, StringComparison.Ordinal);
        Assert.Contains("too large", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Guard_lets_finite_losses_pass_and_stops_the_rest()
    {
        TrainingGuard.RequireFinite(2.3, step: 7, learningRate: 0.1);
        var problem = Assert.Throws<TrainingDivergedException>(() => TrainingGuard.RequireFinite(double.NaN, step: 7, learningRate: 10));

        Assert.Equal(
            "Training diverged at step 7: the loss is not a number with a learning rate of 10. The likely cause is a learning rate that is "
            + "too large, which lets the weights grow without bound: start from a fresh network with a smaller one, such as 0.1.",
            problem.Message);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        static string Refusal(SgdOptions options) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => Sgd.Train(Start, Thousand, null, options)).Message;

        Assert.Contains("The learning rate must be a finite number above 0", Refusal(new SgdOptions { LearningRate = double.NaN }), StringComparison.Ordinal);
        Assert.Contains("The learning rate must be a finite number above 0", Refusal(new SgdOptions { LearningRate = 0 }), StringComparison.Ordinal);
        Assert.Contains("A batch of 1,001 cannot be drawn from 1,000 images", Refusal(new SgdOptions { BatchSize = 1_001 }), StringComparison.Ordinal);
        Assert.Contains("Steps", Refusal(new SgdOptions { Steps = -1 }), StringComparison.Ordinal);
        Assert.Contains("EvaluateEvery", Refusal(new SgdOptions { EvaluateEvery = 0 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_another_size_are_refused_with_both_shapes()
    {
        var small = ImageSet.Create([1, 2, 3, 4], [1], rows: 2, columns: 2);
        var problem = Assert.Throws<ShapeException>(() => Sgd.Train(Start, small));

        Assert.Contains("(1, 4)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("(784, 50)", problem.Message, StringComparison.Ordinal);
    }
}
