namespace Descent.Notebooks.Tests.Exercises;

internal static class Lesson3Tests
{
    public static IReadOnlyList<ExerciseCase> Cases { get; } =
    [
        // −2x differentiated to nothing; the value of the function.
        new("3.1", Right: Gradients.Derivative(x => x * x * x - 2 * x, 2), Wrong: [12.0, 4.0]),
        // The forward difference's factor; one power too many.
        new("3.2", Right: 100, Wrong: [10, 1000]),
        // Divided by h once; by 4h², as for two central differences of step 2h; the first derivative.
        new("3.3",
            Right: (Func<double, double> f, double x) => (f(x + 1e-4) - 2 * f(x) + f(x - 1e-4)) / 1e-8,
            Wrong:
            [
                (Func<double, double> f, double x) => (f(x + 1e-4) - 2 * f(x) + f(x - 1e-4)) / 1e-4,
                (Func<double, double> f, double x) => (f(x + 1e-4) - 2 * f(x) + f(x - 1e-4)) / 4e-8,
                (Func<double, double> f, double x) => Gradients.Derivative(f, x),
            ]),
        // The order swapped; the 3 forgotten; one number instead of a vector.
        new("3.4",
            Right: Gradients.Numerical(x => x[0] * x[0] * x[1] + 3 * x[1], Tensor.Of(2, 5)),
            Wrong: [Tensor.Of(7, 20), Tensor.Of(20, 4), 27.0]),
        // (1, 1) not made a unit vector; the gradient's length instead of the slope.
        new("3.5", Right: 9.8995, Wrong: [14.0, 10.0]),
        // The parameters instead of the calls; the biases forgotten; 50 units.
        new("3.6", Right: 159_020, Wrong: [79_510, 158_800, 79_520]),
    ];
}
