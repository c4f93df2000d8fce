namespace Descent.Notebooks;

internal static class Lesson6
{
    public static IReadOnlyList<ExerciseDefinition> Exercises { get; } =
    [
        new("6.1",
            Answers.Integer(750),
            Hints:
            [
                "An epoch uses every training image once, and a step uses one batch of them.",
                "How many batches of 64 does it take to use up 48,000 images?",
            ],
            Solution: """
                int? stepsPerEpoch = 48_000 / 64;
                Exercise.Check("6.1", stepsPerEpoch)
                """),
        new("6.2",
            Answers.Number(Math.Sqrt(0.9685 * 0.0315 / 10_000), tolerance: 1e-5),
            Hints:
            [
                "The share of right answers estimates p. What is p here, and what is n?",
                "Put p = 0.9685 and n = 10,000 into √(p(1 − p)/n).",
            ],
            Solution: """
                double? standardError = Math.Sqrt(0.9685 * (1 - 0.9685) / 10_000);
                Exercise.Check("6.2", standardError)
                """),
        new("6.3",
            Answers.Function<double[], int>(
                losses => Array.IndexOf(losses, losses.Min()), at: [[2.3, 0.9, 0.6, 0.7, 0.8], [0.5, 0.4, 0.4, 0.6], [1.0]]),
            Hints:
            [
                "Early stopping keeps the network whose validation loss was lowest.",
                "Array.IndexOf returns the first position of a value. Which value do you look for?",
            ],
            Solution: """
                Func<double[], int>? epochToKeep = losses => Array.IndexOf(losses, losses.Min());
                Exercise.Check("6.3", epochToKeep)
                """),
        new("6.4",
            Answers.Choice("too high", "too high", "too low", "right"),
            Hints:
            [
                "Each measurement is a true accuracy plus some luck. Which of fifty equal settings comes out on top?",
                "The winner was chosen partly for its luck, and its luck will not come along to fresh images.",
            ],
            Solution: """
                string? reported = "too high";
                Exercise.Check("6.4", reported)
                """),
        new("6.5",
            Answers.Function<int[,], int, double>(Recall, at: [(ThreeClasses, 0), (ThreeClasses, 1), (ThreeClasses, 2)]),
            Hints:
            [
                "The images of digit i stand in row i, whatever they were read as.",
                "Divide the diagonal element counts[i, i] by the sum of row i, and mind integer division.",
            ],
            Solution: """
                Func<int[,], int, double>? recall = (counts, digit) =>
                    counts[digit, digit] / (double)Enumerable.Range(0, counts.GetLength(1)).Sum(answer => counts[digit, answer]);
                Exercise.Check("6.5", recall)
                """),
    ];

    /// <summary>Rows and columns have different sums, so that recall and precision differ.</summary>
    private static int[,] ThreeClasses => new[,] { { 8, 1, 1 }, { 0, 15, 5 }, { 3, 0, 27 } };

    private static double Recall(int[,] counts, int digit) =>
        counts[digit, digit] / (double)Enumerable.Range(0, counts.GetLength(1)).Sum(answer => counts[digit, answer]);
}
