namespace Descent.Tests;

public sealed class DescentTests
{
    private static readonly Tensor Start = Tensor.Of(-3, 4);

    [Theory]
    [InlineData(20, -0.0345876, 0.0461169, 1e-7)]
    [InlineData(100, -6.11e-10, 8.15e-10, 1e-11)]
    public void A_rate_of_a_tenth_reaches_the_known_points(int steps, double x0, double x1, double tolerance) =>
        Assert.True(Gradients.Descend(Bowl, Start, 0.1, steps).End.AlmostEquals(Tensor.Of(x0, x1), tolerance));

    [Fact]
    public void A_rate_of_ten_runs_away()
    {
        var path = Gradients.Descend(Bowl, Start, learningRate: 10, steps: 100);
        Assert.Contains(path.Points, point => point.Abs().Max() > 1e12);
    }

    [Fact]
    public void A_tiny_rate_hardly_moves() =>
        Assert.True(Gradients.Descend(Bowl, Start, 1e-10, 100).End.AlmostEquals(Tensor.Of(-2.99999994, 3.99999992), 1e-9));

    [Fact]
    public void The_path_holds_every_point_with_its_value()
    {
        var path = Gradients.Descend(Bowl, Start, learningRate: 0.25, steps: 2, gradient: x => 2 * x);
        Assert.Equal([Start, Start / 2, Start / 4], path.Points);
        Assert.Equal([25, 6.25, 1.5625], path.Values);
        Assert.Equal(0.25, path.LearningRate);
        Assert.Same(path.Points[^1], path.End);
        Assert.Equal([Start], Gradients.Descend(Bowl, Start, 0.1, steps: 0).Points);
        Assert.Equal(Tensor.Of(-3, 4), Start);
    }

    [Fact]
    public void Ascent_climbs_where_descent_falls()
    {
        Assert.True(Gradients.Ascend(x => 7 - Bowl(x), Start, 0.1, 100).End.AlmostEquals(Tensor.Zeros(2), 1e-8));
        Assert.Equal(Start * 2, Gradients.Ascend(Bowl, Start, 0.5, 1, x => 2 * x).End);
    }

    [Fact]
    public void A_path_that_leaves_the_finite_numbers_ends_there()
    {
        var path = Gradients.Descend(Bowl, Start, learningRate: 1e100, steps: 100, gradient: x => 2 * x);
        Assert.InRange(path.Points.Count, 3, 5);
        Assert.False(double.IsFinite(path.Values[^1]));
        Assert.All(path.Values.SkipLast(1), value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void The_learning_rate_must_be_positive_and_finite(double learningRate)
    {
        Assert.StartsWith(
            $"Descend: the learning rate is {learningRate}, but it must be positive and finite. Try 0.1; Descend goes downhill, Ascend uphill.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.Descend(Bowl, Start, learningRate, 1)).Message);
        Assert.StartsWith("Ascend:", Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.Ascend(Bowl, Start, learningRate, 1)).Message);
    }

    [Fact]
    public void The_steps_must_not_be_negative() =>
        Assert.Contains("the number of steps is -1", Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.Descend(Bowl, Start, 0.1, -1)).Message);

    [Fact]
    public void Descent_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Gradients.Descend(Bowl, Start, 0.1, 10, cancellationToken: source.Token));
    }

    private static double Bowl(Tensor x) => x.Square().Sum();
}
