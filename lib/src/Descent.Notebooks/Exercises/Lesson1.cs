namespace Descent.Notebooks;

internal static class Lesson1
{
    public static IReadOnlyList<ExerciseDefinition> Exercises { get; } =
    [
        new("1.1",
            Answers.Tensor(Tensor.Of(0, 0, 1, 0)),
            Hints:
            [
                "One place for each class, and the classes are counted from 0.",
                "Tensor.Of(…) with four numbers, three of them 0.",
            ],
            Solution: """
                Tensor? plum = Tensor.Of(0, 0, 1, 0);
                Exercise.Check("1.1", plum)
                """),
        new("1.2",
            Answers.Function<Tensor, Tensor, double>((a, b) => (a - b).Square().Sum(), at: PairsOfPoints),
            Hints:
            [
                "Subtract element by element, square each difference, add them up. No root.",
                "Tensors have the operator −, and the methods Square() and Sum().",
            ],
            Solution: """
                Func<Tensor, Tensor, double>? squaredDistance = (a, b) => (a - b).Square().Sum();
                Exercise.Check("1.2", squaredDistance)
                """),
        new("1.3",
            Answers.Number(0.992, tolerance: 1e-3),
            Hints: ["It is right about each part that is fine.", "(5000 − 40) / 5000."],
            Solution: """
                double? shareRight = (5000 - 40) / 5000.0;    // 99.2 %, and it has not found one broken part
                Exercise.Check("1.3", shareRight)
                """),
        new("1.4",
            Answers.Integer(324),
            Hints:
            [
                "Blocks overlap. In how many places does a block of 2 × 2 cells fit on a grid of 4 × 4?",
                "3 × 3 blocks, each of 4 cells with 9 numbers.",
            ],
            Solution: """
                int? featureCount = 3 * 3 * 4 * 9;
                Exercise.Check("1.4", featureCount)
                """),
        new("1.5",
            Answers.Integer(7850),
            Hints: ["How many features does an image have if its pixels are the features?", "Ten times (784 + 1)."],
            Solution: """
                int? numbersKept = 10 * (784 + 1);
                Exercise.Check("1.5", numbersKept)
                """),
        new("1.6",
            Answers.Choice("too high", "too high", "too low", "fair"),
            Hints:
            [
                "Of fifty scores, the largest was picked. Was it picked for being good, or also for being lucky?",
                "Choosing is a way of learning, and the test images took part in it.",
            ],
            Solution: """
                string? reportedScore = "too high";    // the test images helped to choose k, so they no longer measure it fairly
                Exercise.Check("1.6", reportedScore)
                """),
        new("1.7",
            Answers.Integer(0),
            Hints:
            [
                "The squared distance is a sum with one term for each pixel. What does a permutation do to the terms?",
                "The same terms in another order have the same sum, so every distance stays as it was.",
            ],
            Solution: """
                var scrambledNearest = new KNearestNeighbors(ImageFeatures.Pixels(scrambledTrain), mnist.Train.Labels, k: neighbours);
                int[] scrambledAnswers = scrambledNearest.Classify(ImageFeatures.Pixels(scrambledTest));
                int? answersChanged = scrambledAnswers.Zip(nearestAnswers).Count(pair => pair.First != pair.Second);
                Exercise.Check("1.7", answersChanged)
                """),
    ];

    private static (Tensor First, Tensor Second)[] PairsOfPoints =>
    [
        (Tensor.Of(0, 0), Tensor.Of(3, 4)),
        (Tensor.Of(1, -2, 0.5), Tensor.Of(-1, 1, 0.5)),
        (Tensor.FromRows([0, 1], [0.25, 0]), Tensor.FromRows([1, 1], [0.75, 0])),
    ];
}
