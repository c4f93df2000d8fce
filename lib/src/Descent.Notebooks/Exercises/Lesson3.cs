namespace Descent.Notebooks;

internal static class Lesson3
{
    public static IReadOnlyList<ExerciseDefinition> Exercises { get; } =
    [
        new("3.1",
            Answers.Number(10),
            Hints:
            [
                "Pass the function as x => … and the point 2 to Gradients.Derivative.",
                "By hand: the derivative of x³ is 3x², that of −2x is −2.",
            ],
            Solution: """
                double? slopeOfCubic = Gradients.Derivative(x => x * x * x - 2 * x, 2);
                Exercise.Check("3.1", slopeOfCubic)
                """),
        new("3.2",
            Answers.Number(100),
            Hints:
            [
                "Which power of h does the error of the central difference follow?",
                "The error is about h²f‴/6. What happens to h² when h shrinks by a factor of 10?",
            ],
            Solution: """
                double? shrinksByFactor = Math.Pow(10, 2);
                Exercise.Check("3.2", shrinksByFactor)
                """),
        new("3.3",
            Answers.Function<Func<double, double>, double, double>(
                (f, x) => (f(x + 1e-4) - 2 * f(x) + f(x - 1e-4)) / 1e-8,
                at: [(x => x * x, 3), (x => x * x * x, -1), (Math.Sin, 1)],
                tolerance: 1e-4),
            Hints:
            [
                "In the sum of the two series the terms with h and h³ cancel.",
                "f(x+h) + f(x−h) = 2f(x) + h²f″(x) + …",
            ],
            Solution: """
                Func<Func<double, double>, double, double>? secondDerivative =
                    (f, x) => (f(x + 1e-4) - 2 * f(x) + f(x - 1e-4)) / (1e-4 * 1e-4);
                Exercise.Check("3.3", secondDerivative)
                """),
        new("3.4",
            Answers.Tensor(Tensor.Of(20, 7)),
            Hints:
            [
                "Hold x₁ at 5 and differentiate in x₀; then hold x₀ at 2 and differentiate in x₁.",
                "The partial derivatives are 2x₀x₁ and x₀² + 3.",
            ],
            Solution: """
                Tensor? gradientAtTwoFive = Gradients.Numerical(x => x[0] * x[0] * x[1] + 3 * x[1], Tensor.Of(2, 5));
                Exercise.Check("3.4", gradientAtTwoFive)
                """),
        new("3.5",
            Answers.Number(14 / Math.Sqrt(2), tolerance: 1e-3),
            Hints:
            [
                "Divide (1, 1) by its length first.",
                "The slope in a direction is the dot product of the gradient with the direction.",
            ],
            Solution: """
                double? slopeTowardsOneOne = Tensor.Of(6, 8).Dot(Tensor.Of(1, 1)) / Math.Sqrt(2);
                Exercise.Check("3.5", slopeTowardsOneOne)
                """),
        new("3.6",
            Answers.Integer(159_020),
            Hints:
            [
                "Count the parameters first: two weight matrices and two bias vectors.",
                "There are 784·100 + 100 + 100·10 + 10 parameters. How often is the loss computed for each?",
            ],
            Solution: """
                int? lossesForOneGradient = 2 * TwoLayerNetwork.Random(inputs: 784, hidden: 100, outputs: 10, seed: 1).ParameterCount;
                Exercise.Check("3.6", lossesForOneGradient)
                """),
    ];
}
