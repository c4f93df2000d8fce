namespace Descent.Notebooks.Tests.Exercises;

internal static class Lesson1Tests
{
    public static IReadOnlyList<ExerciseCase> Cases { get; } =
    [
        new("1.1", Right: Tensor.Of(0, 0, 1, 0), Wrong: [Tensor.Of(0, 1, 0, 0), Tensor.Of(0, 0, 1), 2]),
        new("1.2",
            Right: (Tensor a, Tensor b) => (a - b).Square().Sum(),
            Wrong: [(Tensor a, Tensor b) => (a - b).Norm(), (Tensor a, Tensor b) => (a - b).Abs().Sum(), (Tensor a, Tensor b) => (a - b).Square().Mean()]),
        new("1.3", Right: 0.992, Wrong: [0.008, 99.2]),
        new("1.4", Right: 324, Wrong: [144, 576, 81]),
        new("1.5", Right: 7850, Wrong: [7840, 785]),
        new("1.6", Right: "too high", Wrong: ["fair", "too low"]),
        new("1.7", Right: 0, Wrong: [10_000, 283]),
    ];
}
