using FsCheck;
using FsCheck.Fluent;

namespace Descent.Tests.Properties;

public sealed class GradientProperties
{
    // Random sums of terms such as 1.5 x₀² x₁, with their gradient from school calculus.
    private static readonly Gen<(Polynomial Polynomial, Tensor Point)> Cases =
        from variables in Gen.Choose(1, 4)
        from terms in Gen.Choose(0, 5)
        from factors in Gen.Choose(-12, 12).Select(number => number / 4.0).ArrayOf(terms)
        from powers in Gen.Choose(0, 3).ArrayOf(variables).ArrayOf(terms)
        from point in Values.Tensor(Gen.Choose(-1_500, 1_500).Select(number => number / 1000.0), variables)
        select (new Polynomial(factors, powers), point);

    [Fact]
    public void Central_differences_agree_with_school_calculus() => Property.Holds(Cases, one =>
    {
        var (polynomial, point) = one;
        var gradient = Gradients.Numerical(polynomial.At, point);
        // The error is h²/6 times a third derivative, which is large where powers of four variables multiply.
        Assert.True(gradient.AlmostEquals(polynomial.Gradient(point), 1e-5), $"{gradient} instead of {polynomial.Gradient(point)}");
    });

    [Fact]
    public void A_partial_derivative_is_that_element_of_the_gradient() => Property.Holds(Cases, one =>
    {
        var gradient = Gradients.Numerical(one.Polynomial.At, one.Point);
        for (var index = 0; index < one.Point.Length; index++)
            Assert.Equal(gradient[index], Gradients.Partial(one.Polynomial.At, one.Point, index));
    });

    [Fact]
    public void Forward_differences_come_closer_as_h_shrinks() => Property.Holds(Cases, one =>
    {
        var exact = one.Polynomial.Gradient(one.Point);
        double Error(double h) => (Gradients.Numerical(one.Polynomial.At, one.Point, h, Difference.Forward) - exact).Norm();
        Assert.True(Error(1e-5) <= Math.Max(Error(1e-2), 1e-5), $"{Error(1e-5)} is more than {Error(1e-2)}");
    });

    [Fact]
    public void A_small_step_downhill_goes_down() => Property.Holds(Cases, one =>
    {
        var path = Gradients.Descend(one.Polynomial.At, one.Point, learningRate: 1e-6, steps: 1, one.Polynomial.Gradient);
        Assert.True(path.Values[1] <= path.Values[0] + (1e-12 * Math.Max(1, Math.Abs(path.Values[0]))), $"{path.Values[0]} rose to {path.Values[1]}");
    });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_makes_no_finite_gradient(double bad)
    {
        Assert.False(double.IsFinite(Gradients.Derivative(_ => bad, 1)));
        Assert.StartsWith($"Derivative: x is {bad}, but", Assert.Throws<ArgumentException>("x", () => Gradients.Derivative(x => x * x, bad)).Message);
        Assert.StartsWith($"Numerical: x at position 1 is {bad}, but", Assert.Throws<ArgumentException>("x", () => Gradients.Numerical(x => x.Square().Sum(), Tensor.Of(1, bad, 2))).Message);
        Assert.StartsWith($"Partial: x at position 1 is {bad}, but", Assert.Throws<ArgumentException>("x", () => Gradients.Partial(x => x.Square().Sum(), Tensor.Of(1, bad, 2), 1)).Message);
        // A walk that begins nowhere has its first point and no more.
        Assert.Single(Gradients.Descend(x => x.Sum(), Tensor.Of(bad), 0.1, 10).Points);
    }

    private sealed record Polynomial(double[] Factors, int[][] Powers)
    {
        public double At(Tensor x) => Factors.Select((factor, term) => factor * Powers[term].Select((power, index) => Math.Pow(x[index], power)).Aggregate(1.0, (a, b) => a * b)).Sum();

        public Tensor Gradient(Tensor x) => Tensor.Of([.. Enumerable.Range(0, x.Length).Select(index => Factors.Select((factor, term) => factor * Slope(x, Powers[term], index)).Sum())]);

        private static double Slope(Tensor x, int[] powers, int along) => powers
            .Select((power, index) => index != along ? Math.Pow(x[index], power) : power == 0 ? 0 : power * Math.Pow(x[index], power - 1))
            .Aggregate(1.0, (a, b) => a * b);
    }
}
