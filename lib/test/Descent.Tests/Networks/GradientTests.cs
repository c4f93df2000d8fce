using Descent.Tests.Data;

namespace Descent.Tests.Networks;

public class GradientTests
{
    private const double Tolerance = 2e-9;

    private static readonly ImageSet Hundred = Digits.Mnist.Train.Take(100);
    private static readonly Tensor Images = Hundred.All();
    private static readonly TwoLayerNetwork Untrained = TwoLayerNetwork.Random(784, 50, 10, seed: 1);

    [Fact]
    public void Backpropagation_agrees_with_another_library()
    {
        var gradient = Untrained.Gradient(Images, Hundred.Labels);
        var expected = MathNetNetwork.Differentiate(Untrained, Images, Hundred.OneHot());

        Assert.Equal(expected.Loss, gradient.Loss, 1e-12);
        Assert.True((expected.W1 - MathNetNetwork.Matrix(gradient.W1)).PointwiseAbs().Enumerate().Max() < 1e-14);
        Assert.True((expected.W2 - MathNetNetwork.Matrix(gradient.W2)).PointwiseAbs().Enumerate().Max() < 1e-14);
        for (var j = 0; j < 50; j++)
            Assert.Equal(expected.B1[j], gradient.B1[j], 1e-14);
        for (var k = 0; k < 10; k++)
            Assert.Equal(expected.B2[k], gradient.B2[k], 1e-14);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public void Backpropagation_agrees_with_central_differences_of_every_parameter(int stepsBefore)
    {
        var network = Sgd.Train(Untrained, Digits.Mnist.Train, options: new SgdOptions { Steps = stepsBefore, EvaluateEvery = 1_000 }).Network;
        var difference = network.NumericalGradient(Images, Hundred.Labels).LargestDifference(network.Gradient(Images, Hundred.Labels));

        Assert.InRange(difference, 0, Tolerance);
    }

    [Fact]
    public void Central_differences_agree_with_the_black_box()
    {
        var network = TwoLayerNetwork.Random(6, 4, 3, seed: 5, standardDeviation: 1);
        network = network with { B1 = Tensor.Of(0.1, -0.2, 0.3, 0), B2 = Tensor.Of(0.5, 0, -0.5) };
        var x = Tensor.FromRows([0, 1, 0.5, 0, 0.2, 0.9], [0.3, 0, 0, 0.7, 1, 0], [-1.5, 0, 2, 0, 0, 0.1]);
        var t = Tensor.FromRows([0, 1, 0], [0.25, 0.25, 0.5], [1, 0, 1]);
        var found = network.NumericalGradient(x, t);
        var expected = new NetworkGradient(
            Gradients.Numerical(w => (network with { W1 = w }).Loss(x, t), network.W1),
            Gradients.Numerical(b => (network with { B1 = b }).Loss(x, t), network.B1),
            Gradients.Numerical(w => (network with { W2 = w }).Loss(x, t), network.W2),
            Gradients.Numerical(b => (network with { B2 = b }).Loss(x, t), network.B2));

        Assert.InRange(found.LargestDifference(expected), 0, 1e-9);
        Assert.InRange(found.LargestDifference(network.Gradient(x, t)), 0, Tolerance);
        Assert.Equal(network.Loss(x, t), found.Loss);
    }

    [Fact]
    public void Central_differences_of_a_large_step_are_still_those_of_the_black_box()
    {
        var network = TwoLayerNetwork.Random(3, 2, 2, seed: 5, standardDeviation: 1);
        var x = Tensor.FromRows([0.5, -1, 0]);
        var found = network.NumericalGradient(x, [1], h: 0.5);

        var expected = Gradients.Numerical(w => (network with { W1 = w }).Loss(x, [1]), network.W1, 0.5);

        Assert.True(expected.AlmostEquals(found.W1, 1e-12));
        Assert.True(found.LargestDifference(network.Gradient(x, [1])) > 1e-4, "A step this large must show.");
    }

    [Fact]
    public void Central_differences_with_large_weights_are_still_those_of_the_black_box()
    {
        var network = TwoLayerNetwork.Random(3, 2, 2, seed: 5, standardDeviation: 20);
        var x = Tensor.FromRows([0.05, -0.1, 0], [0, 0.02, 0.1]);
        var found = network.NumericalGradient(x, [1, 0]);

        var expected = Gradients.Numerical(w => (network with { W1 = w }).Loss(x, [1, 0]), network.W1);

        Assert.True(network.W2.Abs().Max() > 10, "The weights must be too large for the series.");
        Assert.True(expected.Abs().Max() > 1e-3, "The gradient must not vanish.");
        Assert.True(expected.AlmostEquals(found.W1, 1e-9));
    }

    [Fact]
    public void Gradient_without_the_slope_of_the_sigmoid_is_caught()
    {
        var gradient = Untrained.Gradient(Images, Hundred.Labels);
        var delta2 = (Untrained.Predict(Images) - Hundred.OneHot()) / 100;
        var wrong = gradient with { W1 = Images.Transpose().MatMul(delta2.MatMul(Untrained.W2.Transpose())) };

        var difference = Untrained.NumericalGradient(Images, Hundred.Labels).LargestDifference(wrong);

        Assert.True(difference > 100 * Tolerance, $"A wrong gradient must stand out, but differs by {difference}.");
    }

    [Fact]
    public void Numerical_gradient_reports_progress_and_can_be_stopped()
    {
        var reports = new Reports();
        Untrained.NumericalGradient(Images, Hundred.Labels, progress: reports, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(51, reports.Count);
        Assert.Equal(1, reports.Largest);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => Untrained.NumericalGradient(Images, Hundred.Labels, cancellationToken: stopped.Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1e-4)]
    [InlineData(2)]
    [InlineData(double.NaN)]
    public void Difference_step_that_makes_no_sense_is_refused(double h)
    {
        var problem = Assert.Throws<ArgumentOutOfRangeException>(() => Untrained.NumericalGradient(Images, Hundred.Labels, h));
        Assert.Contains("must be above 0 and at most 1", problem.Message, StringComparison.Ordinal);
    }

    private sealed class Reports : IProgress<double>
    {
        private readonly List<double> values = [];

        public int Count => values.Count;

        public double Largest => values.Max();

        public void Report(double value)
        {
            lock (values)
                values.Add(value);
        }
    }
}
