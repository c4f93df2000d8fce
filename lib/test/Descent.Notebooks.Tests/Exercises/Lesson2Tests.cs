namespace Descent.Notebooks.Tests.Exercises;

internal static class Lesson2Tests
{
    public static IReadOnlyList<ExerciseCase> Cases { get; } =
    [
        // Without the ½; the mean over the classes.
        new("2.1", Right: 0.19, Wrong: [0.38, 0.38 / 3]),
        // The sum instead of the mean; the logarithm to base 10.
        new("2.2", Right: 1.0337, Wrong: [3.1011, 0.4489]),
        // 1 − 0.25; the wrong sign in the exponent.
        new("2.3", Right: 0.7788, Wrong: [0.75, 1.2840]),
        // 0 · ln 0 is NaN; the sum over the batch; the mean over all elements instead of the rows.
        new("2.4",
            Right: (Tensor y, Tensor t) => -(t * y.Clamp(1e-300, 1).Log()).Sum() / y.Shape[0],
            Wrong:
            [
                (Tensor y, Tensor t) => -(t * y.Log()).Sum() / y.Shape[0],
                (Tensor y, Tensor t) => -(t * y.Clamp(1e-300, 1).Log()).Sum(),
                (Tensor y, Tensor t) => -(t * y.Clamp(1e-300, 1).Log()).Mean(),
            ]),
        // σ/n instead of σ/√n; the root forgotten on the wrong side.
        new("2.5", Right: 1600, Wrong: [40, 6]),
        new("2.6", Right: "B", Wrong: ["A", "equal"]),
    ];
}
