namespace Descent.Notebooks;

internal static class Lesson5
{
    private static readonly TwoLayerNetwork Network = TwoLayerNetwork.Random(4, 3, 2, seed: 5, standardDeviation: 1);
    private static readonly MiniBatch Batch = new(Tensor.FromRows([0, 0.5, 1, 0.25], [1, 0, 0.75, 0]), [1, 0]);
    private static readonly double[] SomeLosses = [2.4, 2.2, 2.3, 1.9, 1.4, 1.7, 0.8];

    public static IReadOnlyList<ExerciseDefinition> Exercises { get; } =
    [
        new("5.1",
            Answers.Integer(79_510),
            Hints:
            [
                "Count two weight matrices and two bias vectors.",
                "The shapes are 784 × 100, 100, 100 × 10 and 10.",
            ],
            Solution: """
                Exercise.Check("5.1", 784 * 100 + 100 + 100 * 10 + 10)
                """),
        new("5.2",
            Answers.Integer(1500),
            Hints:
            [
                "How many batches of 200 use every image once?",
                "60,000 / 200 steps are one epoch.",
            ],
            Solution: """
                Exercise.Check("5.2", 60_000 / 200 * 5)
                """),
        new("5.3",
            JudgeStep,
            Hints:
            [
                "Two calls: one for the gradient, one for the update. Section 5.8 has both.",
                "network.Gradient(batch.Images, batch.Labels) is step 2; network.Step(gradient, learningRate) is step 3.",
            ],
            Solution: """
                Func<TwoLayerNetwork, MiniBatch, double, TwoLayerNetwork> step = (network, batch, learningRate) =>
                    network.Step(network.Gradient(batch.Images, batch.Labels), learningRate);
                Exercise.Check("5.3", step)
                """),
        new("5.4",
            JudgeSmoothing,
            Hints:
            [
                "The first element is the first loss itself; the second is the mean of two losses.",
                "For element i, take the losses from Math.Max(0, i - window + 1) to i and average them.",
            ],
            Solution: """
                Func<IReadOnlyList<double>, int, double[]> smooth = (losses, window) =>
                    [.. losses.Select((_, i) => losses.Take(i + 1).TakeLast(window).Average())];
                Exercise.Check("5.4", smooth)
                """),
        new("5.5",
            Answers.Number(Math.Exp(-2), tolerance: 0.006),
            Hints:
            [
                "After one epoch's worth of draws it is 1/e. Each further epoch's worth spares the same share again.",
                "(1 − 1/10,000) to the power of 20,000.",
            ],
            Solution: """
                Exercise.Check("5.5", Math.Pow(1 - 1 / 10_000.0, 20_000))   // close to e⁻² = 0.135
                """),
    ];

    private static string? JudgeStep(object answer) =>
        answer is Func<TwoLayerNetwork, MiniBatch, double, TwoLayerNetwork> step
            ? Answers.Function<double, Tensor>(
                learningRate => Flatten(Network.Step(Network.Gradient(Batch.Images, Batch.Labels), learningRate)),
                at: [0.1, 2])((double learningRate) => Flatten(step(Network, Batch, learningRate)))
            : Kinds.Unexpected($"a function, {Kinds.Name(typeof(Func<TwoLayerNetwork, MiniBatch, double, TwoLayerNetwork>))}", answer);

    private static string? JudgeSmoothing(object answer) =>
        answer is Func<IReadOnlyList<double>, int, double[]> smooth
            ? Answers.Function<int, Tensor>(
                window => Tensor.Of([.. SomeLosses.Select((_, index) => SomeLosses.Take(index + 1).TakeLast(window).Average())]),
                at: [1, 3, 10])((int window) => Tensor.Of(smooth(SomeLosses, window)))
            : Kinds.Unexpected($"a function, {Kinds.Name(typeof(Func<IReadOnlyList<double>, int, double[]>))}", answer);

    /// <summary>All parameters in one row: first W1, then b1, W2 and b2.</summary>
    private static Tensor Flatten(TwoLayerNetwork network) => Tensor.Of(
        [.. network.W1.ToArray(), .. network.B1.ToArray(), .. network.W2.ToArray(), .. network.B2.ToArray()]);
}
