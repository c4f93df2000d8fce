namespace Descent.Tests;

public sealed class GradientCheckTests
{
    private static readonly Tensor X = Tensor.Normal(1, 0, 1, 2, 3);

    [Fact]
    public void The_right_gradient_passes() => GradientCheck.Passes(x => x.Square().Sum(), X, 2 * X);

    [Fact]
    public void A_gradient_without_its_factor_of_two_is_caught() => Assert.False(GradientCheck.Agrees(x => x.Square().Sum(), X, X));

    [Fact]
    public void A_gradient_with_the_wrong_sign_is_caught() => Assert.False(GradientCheck.Agrees(x => x.Square().Sum(), X, -2 * X));

    [Fact]
    public void A_gradient_wrong_in_one_element_is_caught() =>
        Assert.False(GradientCheck.Agrees(x => x.Square().Sum(), X, (2 * X).With(1, 2, 2 * X[1, 2] + 1e-6)));

    [Fact]
    public void A_transposed_gradient_is_caught() =>
        Assert.False(GradientCheck.Agrees(x => x.Square().Sum(), X, (2 * X).Transpose()));
}
