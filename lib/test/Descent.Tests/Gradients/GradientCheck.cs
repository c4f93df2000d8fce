namespace Descent.Tests;

/// <summary>Compares a gradient that someone worked out with the numerical one.</summary>
internal static class GradientCheck
{
    public static void Passes(Func<Tensor, double> f, Tensor x, Tensor claimed, double tolerance = 1e-7) =>
        Assert.True(Agrees(f, x, claimed, tolerance), $"Claimed {claimed}, but the numerical gradient is {Gradients.Numerical(f, x)}.");

    public static bool Agrees(Func<Tensor, double> f, Tensor x, Tensor claimed, double tolerance = 1e-7) =>
        Gradients.Numerical(f, x).AlmostEquals(claimed, tolerance);
}
