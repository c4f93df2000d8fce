namespace Descent.Notebooks.Tests.Charts;

public sealed class TrainingFigureTests
{
    private static readonly TrainingHistory Run = new(
        [.. Enumerable.Range(0, 10_000).Select(step => 2.0 + step % 2)],
        [.. Enumerable.Range(0, 17).Select(epoch => new Evaluation(epoch, 600 * epoch, epoch / 20.0, epoch / 32.0))]);

    [Fact]
    public void Accuracy_has_exactly_the_points_that_were_recorded()
    {
        var chart = Figures.Accuracy(Run);
        var traces = chart.Traces();
        Assert.Equal(["training data", "test data"], traces.Select(trace => trace.String("name")));
        Assert.All(traces, trace => Assert.Equal("lines+markers", trace.String("mode")));
        Assert.All(traces, trace => Assert.Equal(17, trace.Numbers("x").Length));
        Assert.Equal(Run.Evaluations.Select(point => (double?)point.TrainAccuracy), traces[0].Numbers("y"));
        Assert.Equal(Run.Evaluations.Select(point => point.TestAccuracy), traces[1].Numbers("y"));
        Assert.Equal("epoch", chart.AxisTitle("xaxis"));
    }

    [Fact]
    public void Accuracy_without_test_data_has_one_trace() =>
        Assert.Single(Figures.Accuracy(new([], [new(0, 0, 0.1, null)])).Traces());

    [Fact]
    public void Short_run_shows_each_loss()
    {
        var trace = Assert.Single(Figures.Loss(new([2.5, 1.25], [])).Traces());
        Assert.Equal([1, 2], trace.Numbers("x"));
        Assert.Equal([2.5, 1.25], trace.Numbers("y"));
    }

    [Fact]
    public void Long_run_shows_the_mean_and_the_range_of_equal_groups()
    {
        var chart = Figures.Loss(Run);
        var traces = chart.Traces();
        Assert.Equal("loss (cross-entropy), mean of 20 steps", chart.AxisTitle("yaxis"));
        Assert.Equal(500, traces[1].Numbers("y").Length);
        Assert.Equal(10.5, traces[1].Numbers("x")[0]);
        Assert.All(traces[1].Numbers("y"), mean => Assert.Equal(2.5, mean));
        Assert.Equal(500, traces[0].Numbers("y").Count(value => value == 3));
        Assert.Equal(500, traces[0].Numbers("y").Count(value => value == 2));
    }

    [Fact]
    public void Run_that_has_not_begun_is_drawn_as_empty_axes()
    {
        var empty = new TrainingHistory([], []);
        Assert.Empty(Figures.Loss(empty).Traces()[0].Numbers("x"));
        Assert.Empty(Figures.Accuracy(empty).Traces()[0].Numbers("x"));
    }

    [Fact]
    public void Overview_has_loss_on_the_left_and_accuracy_on_the_right()
    {
        var chart = Figures.TrainingCurves(Run);
        var traces = chart.Traces();
        Assert.Equal(4, traces.Length);
        Assert.All(traces.Skip(2), trace => Assert.Equal("x2", trace.String("xaxis")));
        Assert.Equal("epoch", chart.AxisTitle("xaxis2"));
        Assert.Equal("accuracy (share correct)", chart.AxisTitle("yaxis2"));
    }
}
