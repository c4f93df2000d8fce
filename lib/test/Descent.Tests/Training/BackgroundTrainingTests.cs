using Descent.Tests.Data;
using Descent.Tests.Threading;

namespace Descent.Tests.Training;

public class BackgroundTrainingTests
{
    private static readonly TwoLayerNetwork Network = TwoLayerNetwork.Random(784, 20, 10, seed: 1);
    private static readonly ImageSet Thousand = Digits.Mnist.Train.Take(1_000);
    private static readonly SgdOptions Options = new() { Steps = 60, BatchSize = 50 };

    [Fact]
    public async Task Run_left_alone_has_the_bits_of_a_run_in_one_call()
    {
        using var training = BackgroundTraining.Start(Network, Thousand, null, Options);
        var found = await training.Completion;
        var expected = Sgd.Train(Network, Thousand, null, Options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(expected.Network, found.Network);
        Assert.Equal(expected.History.Losses, found.History.Losses);
        Assert.Equal(expected.History.Evaluations, found.History.Evaluations);
        Assert.Equal(60, training.Step);
        Assert.Equal(60, training.Latest.Losses.Count);
    }

    [Fact]
    public async Task Learning_rate_changed_while_paused_applies_from_that_step_on()
    {
        using var training = BackgroundTraining.Start(Network, Thousand, null, Options, pauseAt: 20);
        var paused = await training.PauseAt(20);
        Assert.True(training.IsPaused);
        Assert.Equal(20, paused.History.Losses.Count);
        Assert.Equal(20, training.Step);
        training.LearningRate = 0.5;
        training.Resume();
        var found = await training.Completion;

        var network = Network;
        var sampler = new BatchSampler(Thousand, Options.BatchSize, Options.Seed);
        for (var step = 0; step < 60; step++)
        {
            if (step == 20)
                Assert.Equal(network, paused.Network);
            var batch = sampler.Next();
            network = network.Step(network.Gradient(batch.Images, batch.Labels), step < 20 ? 0.1 : 0.5);
        }

        Assert.Equal(network, found.Network);
    }

    [Fact]
    public async Task Batch_size_changed_while_paused_uses_the_rest_of_the_epoch()
    {
        using var training = BackgroundTraining.Start(Network, Thousand, null, Options with { Steps = 8 }, pauseAt: 4);
        await training.PauseAt(4);
        training.BatchSize = 300;
        training.Resume();
        var history = (await training.Completion).History;

        // 4 × 50, then 300, 300 and the last 200 of the epoch, then 300 of the next.
        Assert.Equal([(0, 0), (1, 7)], history.Evaluations.Select(evaluation => (evaluation.Epoch, evaluation.Step)));
    }

    [Fact]
    public async Task Run_may_pause_several_times()
    {
        using var training = BackgroundTraining.Start(Network, Thousand, null, Options, pauseAt: 0);
        await training.PauseAt(0);
        var (first, last) = (training.PauseAt(30), training.PauseAt(60));
        training.Resume();
        Assert.Equal(30, (await first).History.Losses.Count);
        training.Resume();
        Assert.Equal(60, (await last).History.Losses.Count);
        Assert.False(training.Completion.IsCompleted);
        training.Resume();
        Assert.Equal((await last).Network, (await training.Completion).Network);
    }

    [Fact]
    public async Task Stopped_run_gives_what_it_has()
    {
        using var training = BackgroundTraining.Start(Network, Thousand, null, Options, pauseAt: 10);
        await training.PauseAt(10);
        var never = training.PauseAt(50);
        training.Stop();

        Assert.Equal(10, (await training.Completion).History.Losses.Count);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => never);
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => training.PauseAt(55));
        Assert.Contains("The training is over", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Disposing_stops_the_run()
    {
        var training = BackgroundTraining.Start(Network, Thousand, null, Options with { Steps = int.MaxValue });
        training.Dispose();

        Assert.True(training.Completion.IsCompletedSuccessfully);
        training.Dispose();
    }

    [Fact]
    public async Task Diverged_run_fails_with_the_step()
    {
        using var training = BackgroundTraining.Start(Network, Thousand, null, Options with { LearningRate = 1e308 });
        var problem = await Assert.ThrowsAsync<TrainingDivergedException>(() => training.Completion);

        Assert.Equal(problem.Step, training.Latest.Losses.Count);
    }

    [Theory]
    [InlineData("the completion", 0)]
    [InlineData("a pause", 0)]
    [InlineData("nothing", 1)]
    public void Diverged_run_is_told_of_once(string awaited, int timesUnheard)
    {
        // Known by its learning rate, whatever other tests train meanwhile.
        var options = Options with { LearningRate = 1.25e308 };
        var unheard = UnobservedTasks.Of(() =>
        {
            using var training = BackgroundTraining.Start(Network, Thousand, null, options, pauseAt: 0);
            training.PauseAt(0).GetAwaiter().GetResult();
            var telling = awaited == "a pause" ? training.PauseAt(58) : training.Completion;
            if (awaited == "a pause")
                _ = training.PauseAt(59);
            training.Resume();
            Task.WaitAny([telling], TestContext.Current.CancellationToken);
            if (awaited != "nothing")
                Assert.Throws<TrainingDivergedException>(() => telling.GetAwaiter().GetResult());
        });
        Assert.Equal(timesUnheard, unheard.OfType<TrainingDivergedException>().Count(failure => failure.LearningRate == options.LearningRate));
    }

    [Fact]
    public async Task Settings_and_pauses_that_make_no_sense_are_refused()
    {
        using var training = BackgroundTraining.Start(Network, Thousand, null, Options, pauseAt: 5);
        await training.PauseAt(5);

        Assert.Throws<ArgumentOutOfRangeException>(() => training.LearningRate = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => training.BatchSize = 1_001);
        Assert.Equal((0.1, 50), (training.LearningRate, training.BatchSize));
        var passed = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => training.PauseAt(4));
        Assert.Contains("cannot pause at step 4: it has reached step 5", passed.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => training.PauseAt(61));
    }

    [Fact]
    public async Task Progress_arrives_in_order()
    {
        var reports = new Reports();
        using var training = BackgroundTraining.Start(Network, Thousand, null, Options with { ReportEvery = 25 }, reports);
        await training.Completion;

        Assert.Equal([0, 20, 25, 40, 50, 60], reports.Steps);
    }

    private sealed class Reports : IProgress<TrainingHistory>
    {
        public List<int> Steps { get; } = [];

        public void Report(TrainingHistory value) => Steps.Add(value.Losses.Count);
    }
}
