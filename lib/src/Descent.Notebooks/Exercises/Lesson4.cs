namespace Descent.Notebooks;

internal static class Lesson4
{
    public static IReadOnlyList<ExerciseDefinition> Exercises { get; } =
    [
        new("4.1",
            Answers.Integer(39),
            Hints:
            [
                "Each step multiplies the distance by the same factor. Which one, and what is the distance at the start?",
                "Find the smallest whole n with 5 · 0.8ⁿ < 0.001: take logarithms on both sides.",
            ],
            Solution: """
                // 5 · 0.8ⁿ < 0.001  ⇔  n > ln(0.001 / 5) / ln 0.8 = 38.17
                var n = (int)Math.Ceiling(Math.Log(0.001 / 5) / Math.Log(0.8));
                Exercise.Check("4.1", n)
                """),
        new("4.2",
            Answers.Number(1, tolerance: 1e-3),
            Hints:
            [
                "Each direction has its own factor. Both must shrink.",
                "The factors are 1 − η/10 and 1 − 2η. For which η is the absolute value of both below 1?",
            ],
            Solution: """
                // |1 − η/10| < 1 for η < 20, |1 − 2η| < 1 for η < 1: the steeper direction decides.
                Exercise.Check("4.2", 1.0)
                """),
        new("4.3",
            Answers.Function<Tensor, double, Tensor>(
                (x, learningRate) => x - learningRate * 2 * x,
                at: [(Tensor.Of(-3, 4), 0.1), (Tensor.Of(1, 2), 0.5), (Tensor.Of(0.5, -2), 1.5)]),
            Hints:
            [
                "Write the update rule of section 4.1 with x and learningRate as the arguments.",
                "The gradient of x₀² + x₁² is (2x₀, 2x₁), which is 2 * x for a tensor.",
            ],
            Solution: """
                Func<Tensor, double, Tensor> step = (x, learningRate) => x - learningRate * 2 * x;
                Exercise.Check("4.3", step)
                """),
        new("4.4",
            Answers.Choice("saddle", "minimum", "maximum", "saddle"),
            Hints:
            [
                "Take a small step from (−1, 0) in each of the two directions, to both sides. Does f rise or fall?",
                "f(−1, 0) = 2. Compare with f(−0.9, 0) and f(−1.1, 0), then with f(−1, 0.1).",
            ],
            Solution: """
                // Along x₀ the function falls to both sides (its second derivative there is 6 · (−1) = −6), along x₁ it rises (+2).
                Exercise.Check("4.4", "saddle")
                """),
        new("4.5",
            Answers.Tensor(Tensor.FromRows([-2 / 3.0, 1 / 3.0, 1 / 3.0], [-4 / 3.0, 2 / 3.0, 2 / 3.0])),
            Hints:
            [
                "What does softmax make of three equal numbers?",
                "Define the loss as a function of the weights, as in section 4.9, and pass it to Gradients.Numerical.",
            ],
            Solution: """
                var two = Tensor.Of(1, 2);
                double LossOf(Tensor weights) => Losses.CrossEntropy(Activations.Softmax(two.MatMul(weights)), label: 0);
                Exercise.Check("4.5", Gradients.Numerical(LossOf, Tensor.Zeros(2, 3)))
                """),
    ];
}
