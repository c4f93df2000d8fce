namespace Descent.Notebooks.Tests.Exercises;

internal static class Lesson5Tests
{
    public static IReadOnlyList<ExerciseCase> Cases { get; } =
    [
        // Biases forgotten; twice the parameters of 50 hidden units.
        new("5.1", Right: 79_510, Wrong: [79_400, 79_520]),
        // One epoch; the batch size of the lesson.
        new("5.2", Right: 1500, Wrong: [300, 3000]),
        // Uphill; the learning rate left out.
        new("5.3",
            Right: (TwoLayerNetwork network, MiniBatch batch, double learningRate) =>
                network.Step(network.Gradient(batch.Images, batch.Labels), learningRate),
            Wrong:
            [
                (TwoLayerNetwork network, MiniBatch batch, double learningRate) =>
                    network.Step(network.Gradient(batch.Images, batch.Labels), -learningRate),
                (TwoLayerNetwork network, MiniBatch batch, double learningRate) =>
                    network.Step(network.Gradient(batch.Images, batch.Labels), 1),
            ]),
        // The mean of all losses so far; the beginning left out.
        new("5.4",
            Right: (IReadOnlyList<double> losses, int window) =>
                losses.Select((_, index) => losses.Skip(Math.Max(0, index - window + 1)).Take(Math.Min(window, index + 1)).Average())
                    .ToArray(),
            Wrong:
            [
                (IReadOnlyList<double> losses, int window) =>
                    losses.Select((_, index) => losses.Take(index + 1).Average()).ToArray(),
                (IReadOnlyList<double> losses, int window) =>
                    losses.Skip(window - 1).Select((_, index) => losses.Skip(index).Take(window).Average()).ToArray(),
            ]),
        // After one epoch; halved instead of squared.
        new("5.5", Right: 0.14, Wrong: [0.37, 0.18]),
    ];
}
