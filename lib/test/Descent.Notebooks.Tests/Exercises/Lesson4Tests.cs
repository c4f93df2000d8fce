namespace Descent.Notebooks.Tests.Exercises;

internal static class Lesson4Tests
{
    public static IReadOnlyList<ExerciseCase> Cases { get; } =
    [
        // Rounded down; the first coordinate alone instead of the distance.
        new("4.1", Right: 39, Wrong: [38, 36]),
        // The flat direction's limit; the factor 0 instead of the factor −1.
        new("4.2", Right: 1.0, Wrong: [20.0, 0.5]),
        // Uphill; the derivative's factor 2 forgotten.
        new("4.3",
            Right: (Tensor x, double learningRate) =>
                x - learningRate * Gradients.Numerical(point => point[0] * point[0] + point[1] * point[1], x),
            Wrong: [(Tensor x, double learningRate) => x + learningRate * 2 * x, (Tensor x, double learningRate) => x - learningRate * x]),
        new("4.4", Right: "saddle", Wrong: ["minimum", "maximum"]),
        // Transposed; the sign of an update instead of a gradient.
        new("4.5",
            Right: Tensor.FromRows([-0.6666667, 0.3333333, 0.3333333], [-1.3333333, 0.6666667, 0.6666667]),
            Wrong:
            [
                Tensor.FromRows([-0.6666667, -1.3333333], [0.3333333, 0.6666667], [0.3333333, 0.6666667]),
                Tensor.FromRows([0.6666667, -0.3333333, -0.3333333], [1.3333333, -0.6666667, -0.6666667]),
            ]),
    ];
}
