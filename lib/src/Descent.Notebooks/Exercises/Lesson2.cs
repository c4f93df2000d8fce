namespace Descent.Notebooks;

internal static class Lesson2
{
    public static IReadOnlyList<ExerciseDefinition> Exercises { get; } =
    [
        new("2.1",
            Answers.Number(0.19),
            Hints:
            [
                "Write the label as a one-hot vector of three numbers and take the three differences.",
                "The differences are 0.2, −0.5 and 0.3. Square them, add them up, and do not forget the ½.",
            ],
            Solution: """
                double? squaredErrorOfThree = Losses.MeanSquaredError(Tensor.Of(0.2, 0.5, 0.3), Labels.OneHot(1, classes: 3));
                Exercise.Check("2.1", squaredErrorOfThree)
                """),
        new("2.2",
            Answers.Number(-(Math.Log(0.9) + Math.Log(0.5) + Math.Log(0.1)) / 3, tolerance: 1e-3),
            Hints:
            [
                "The cross-entropy of one sample is −ln of the probability that its right class got.",
                "The loss of a batch is the average over its samples, not their sum.",
            ],
            Solution: """
                double? lossOfThree = new[] { 0.9, 0.5, 0.1 }.Average(probability => -Math.Log(probability));
                Exercise.Check("2.2", lossOfThree)
                """),
        new("2.3",
            Answers.Number(Math.Exp(-0.25), tolerance: 1e-3),
            Hints:
            [
                "If all samples have the same loss, that loss is the average.",
                "Solve −ln p = 0.25 for p.",
            ],
            Solution: """
                double? typicalProbability = Math.Exp(-0.25);
                Exercise.Check("2.3", typicalProbability)
                """),
        new("2.4",
            Answers.Function<Tensor, Tensor, double>((outputs, labels) => Losses.CrossEntropy(outputs, labels), at: OneHotBatches),
            Hints:
            [
                "Keep the logarithm away from 0: either skip the classes whose label is 0, or clamp.",
                "y.Clamp(1e-300, 1).Log() is finite everywhere. Multiply by t, sum over everything, divide by the number of rows.",
            ],
            Solution: """
                Func<Tensor, Tensor, double>? batchLoss = (y, t) => -(t * y.Clamp(1e-300, 1).Log()).Sum() / y.Shape[0];
                Exercise.Check("2.4", batchLoss)
                """),
        new("2.5",
            Answers.Integer(1600),
            Hints:
            [
                "The spread of a batch's loss is σ/√n.",
                "The spread has to shrink by a factor of 40. What does that make of √n, and of n?",
            ],
            Solution: """
                int? imagesNeeded = (int)Math.Round(Math.Pow(0.8 / 0.02, 2));
                Exercise.Check("2.5", imagesNeeded)
                """),
        new("2.6",
            Answers.Choice("B", "A", "B", "equal"),
            Hints:
            [
                "Accuracy only asks on which side of 0.5 a probability lies. Does the cross-entropy?",
                "Average −ln of each network's four probabilities.",
            ],
            Solution: """
                double lossOfA = new[] { 0.6, 0.6, 0.6, 0.4 }.Average(probability => -Math.Log(probability));       // 0.612
                double lossOfB = new[] { 0.99, 0.99, 0.45, 0.49 }.Average(probability => -Math.Log(probability));   // 0.383
                string? lowerLoss = lossOfA < lossOfB ? "A" : "B";
                Exercise.Check("2.6", lowerLoss)
                """),
    ];

    /// <summary>Batches of two rows and of one, with exact zeros at wrong classes.</summary>
    private static (Tensor First, Tensor Second)[] OneHotBatches =>
    [
        (Tensor.FromRows([0.25, 0.75], [0.5, 0.5]), Tensor.FromRows([0, 1], [1, 0])),
        (Tensor.FromRows([0.6, 0, 0.4]), Tensor.FromRows([1, 0, 0])),
        (Tensor.FromRows([0.1, 0.9, 0], [0, 0.2, 0.8]), Tensor.FromRows([1, 0, 0], [0, 1, 0])),
    ];
}
