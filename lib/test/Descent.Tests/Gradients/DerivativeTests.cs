using MathNet.Numerics.Differentiation;

namespace Descent.Tests;

public sealed class DerivativeTests
{
    [Theory]
    [InlineData(5, 0.1999999999990898)]
    [InlineData(10, 0.2999999999986347)]
    public void The_article_s_parabola_has_its_known_slopes(double x, double slope) =>
        Assert.Equal(slope, Gradients.Derivative(Parabola, x), 1e-11);

    [Fact]
    public void A_forward_difference_is_off_by_half_h_times_the_curvature()
    {
        Assert.Equal(0.2 + 0.01 * 0.1, Gradients.Derivative(Parabola, 5, h: 0.1, Difference.Forward), 1e-12);
        Assert.Equal(0.2, Gradients.Derivative(Parabola, 5, h: 0.1, Difference.Central), 1e-12);
    }

    [Fact]
    public void It_agrees_with_MathNet()
    {
        var mathNet = new NumericalDerivative(points: 5, center: 2);
        foreach (var x in new[] { -2, -0.3, 0.4, 1.7 })
            Assert.Equal(mathNet.EvaluateDerivative(Wave, x, 1), Gradients.Derivative(Wave, x), 1e-6);
    }

    [Fact]
    public void A_partial_derivative_moves_one_element_only()
    {
        var f = (Tensor x) => x[0] * x[0] * x[1];
        Assert.Equal(24, Gradients.Partial(f, Tensor.Of(3, 4), index: 0), 1e-7);
        Assert.Equal(9, Gradients.Partial(f, Tensor.Of(3, 4), index: 1), 1e-7);
        Assert.Equal(24.4, Gradients.Partial(f, Tensor.Of(3, 4), index: 0, h: 0.1, Difference.Forward), 1e-10);
        Assert.Equal(6, Gradients.Partial(x => x[1, 0] * 6, Tensor.Zeros(2, 2), index: 2), 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1e-4)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void The_step_must_be_positive_and_finite(double h)
    {
        Assert.Contains($"The step h is {h}, but it must be positive", Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.Derivative(Wave, 0, h)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.Partial(x => x[0], Tensor.Of(1), 0, h));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.Numerical(x => x[0], Tensor.Of(1), h));
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Assert.Contains("Partial: index 2 is out of range: a point of shape (2) has positions 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.Partial(x => x[0], Tensor.Of(1, 2), 2)).Message);
        Assert.Contains("Difference 7 is unknown", Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.Derivative(Wave, 0, 0.1, (Difference)7)).Message);
    }

    private static double Parabola(double x) => 0.01 * x * x + 0.1 * x;

    private static double Wave(double x) => Math.Sin(3 * x) * Math.Exp(-x);
}
