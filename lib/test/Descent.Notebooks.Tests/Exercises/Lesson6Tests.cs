namespace Descent.Notebooks.Tests.Exercises;

internal static class Lesson6Tests
{
    public static IReadOnlyList<ExerciseCase> Cases { get; } =
    [
        // The steps of lesson 5's epoch; images divided the wrong way round.
        new("6.1", Right: 750, Wrong: [600, 48_000 * 64]),
        // Without the root; with the root of n left out.
        new("6.2", Right: 0.001747, Wrong: [0.9685 * 0.0315 / 10_000, Math.Sqrt(0.9685 * 0.0315)]),
        // The last of equal losses; the last epoch.
        new("6.3",
            Right: (double[] losses) => Array.IndexOf(losses, losses.Min()),
            Wrong:
            [
                (double[] losses) => Array.LastIndexOf(losses, losses.Min()),
                (double[] losses) => losses.Length - 1,
            ]),
        new("6.4", Right: "too high", Wrong: ["too low", "right"]),
        // Precision: the column instead of the row; integer division.
        new("6.5",
            Right: (int[,] counts, int digit) => counts[digit, digit] / (double)Row(counts, digit),
            Wrong:
            [
                (int[,] counts, int digit) => counts[digit, digit] / (double)Column(counts, digit),
                (int[,] counts, int digit) => (double)(counts[digit, digit] / Row(counts, digit)),
            ]),
    ];

    private static int Row(int[,] counts, int digit) => Enumerable.Range(0, counts.GetLength(1)).Sum(answer => counts[digit, answer]);

    private static int Column(int[,] counts, int digit) => Enumerable.Range(0, counts.GetLength(0)).Sum(label => counts[label, digit]);
}
