using System.Numerics.Tensors;

namespace Descent;

/// <summary>How wrong an output is, as one number: 0 is perfect. Lesson 2 derives both losses.</summary>
/// <remarks>
/// Each takes one output (a vector of K numbers) or a batch (n×K), and averages over the batch, so that losses of batches
/// of different sizes compare. NaN in the output makes the loss NaN: a training loop can then name the step.
/// </remarks>
/// <example><code>
/// var y = Tensor.Of(0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0);
/// Losses.MeanSquaredError(y, Labels.OneHot(2, classes: 10)) // 0.0975…
/// </code></example>
public static class Losses
{
    /// <summary>The smallest normal <c>double</c>, about 2.2e-308: cross-entropy takes a smaller probability for this one.</summary>
    /// <example><code>
    /// -Math.Log(Losses.SmallestProbability) // 708.396418…
    /// </code></example>
    public const double SmallestProbability = 2.2250738585072014e-308;

    /// <summary>The squared error ½ Σₖ (yₖ − tₖ)² of a sample, averaged over the batch.</summary>
    /// <remarks>
    /// The sum over the outputs is halved, not divided by their number: its derivative is then simply yₖ − tₖ. Other texts and
    /// libraries take (1/K) Σₖ (yₖ − tₖ)², which is this one times 2/K. Lesson 2. It is never negative, and 0 only where y equals t.
    /// Two limits of <c>double</c>: differences of more than about 1.3e154 have squares that it cannot hold and make the loss +∞, never
    /// NaN; those of less than about 1e-150 have squares that may come out as 0.
    /// </remarks>
    /// <param name="y">The outputs: K numbers, or n×K.</param>
    /// <param name="t">The targets, of the same shape; nothing is broadcast here.</param>
    /// <exception cref="ShapeException">The shapes differ, or the batch is empty, or they are neither vectors nor matrices.</exception>
    /// <exception cref="ArgumentException">An output and its target are the same infinity; the message has the position.</exception>
    /// <example><code>
    /// Losses.MeanSquaredError(Tensor.Of(0.5, 0.5), Tensor.Of(1, 0)) // 0.25
    /// </code></example>
    public static double MeanSquaredError(Tensor y, Tensor t)
    {
        Batches.RequireSameShape(nameof(MeanSquaredError), y, t);
        var loss = 0.5 * (y - t).Square().Sum(axis: -1).Mean();
        if (double.IsNaN(loss))
            Batches.RequireDifferences(nameof(MeanSquaredError), y, t);
        return loss;
    }

    /// <summary>The cross-entropy −Σₖ tₖ ln yₖ of a sample, averaged over the batch, with targets such as one-hot rows.</summary>
    /// <remarks>
    /// For a one-hot target only −ln of the right label's probability is left. A probability below
    /// <see cref="SmallestProbability"/> is raised to it, so that 0 costs about 708 instead of infinity. It is clamped, not
    /// shifted: adding a small number to every probability, as some texts do, would change every loss a little. Lesson 2. So it is never
    /// negative, and finite for all probabilities and targets from 0 to 1. One that is above 1 by no more than rounding (1e-9) counts as 1.
    /// </remarks>
    /// <param name="y">The probabilities: K numbers, or n×K. Each row is expected to sum to 1, but this is not checked.</param>
    /// <param name="t">The targets, of the same shape.</param>
    /// <exception cref="ShapeException">The shapes differ, or the batch is empty, or they are neither vectors nor matrices.</exception>
    /// <exception cref="ArgumentException">A probability or a target is negative or more than 1; the message has its value and its position.</exception>
    /// <example><code>
    /// Losses.CrossEntropy(Tensor.Of(0.1, 0.3, 0.6), Labels.OneHot(2, classes: 3)) // 0.5108256…
    /// </code></example>
    public static double CrossEntropy(Tensor y, Tensor t)
    {
        Batches.RequireSameShape(nameof(CrossEntropy), y, t);
        Batches.RequireProbabilities(nameof(CrossEntropy), nameof(y), y);
        Batches.RequireProbabilities(nameof(CrossEntropy), nameof(t), t);
        return CrossEntropyOfProbabilities(y, t);
    }

    /// <summary>The cross-entropy −ln yₗ of one sample with the right label l.</summary>
    /// <param name="y">The K probabilities.</param>
    /// <param name="label">From 0 to K − 1.</param>
    /// <exception cref="ShapeException"><paramref name="y"/> is not a vector with at least one element.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The label is not one of the K classes.</exception>
    /// <exception cref="ArgumentException">A probability is negative or more than 1; the message has its value and its position.</exception>
    /// <example><code>
    /// Losses.CrossEntropy(Tensor.Of(0.1, 0.3, 0.6), 0) // 2.30258509…
    /// </code></example>
    public static double CrossEntropy(Tensor y, int label)
    {
        ArgumentNullException.ThrowIfNull(y);
        return y.Rank == 1 && y.Length > 0
            ? CrossEntropy(y.Reshape(1, y.Length), [label])
            : throw new ShapeException(nameof(CrossEntropy), y.Shape, "With a single label it needs one vector of probabilities. Give a batch a list of labels.");
    }

    /// <summary>The cross-entropy −ln yₗ of a sample with the right label l, averaged over the batch: the same as with one-hot rows.</summary>
    /// <param name="y">The probabilities: n×K.</param>
    /// <param name="labels">The n right labels, each from 0 to K − 1.</param>
    /// <exception cref="ShapeException"><paramref name="y"/> is not a matrix with one row for each label, or the batch is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not one of the K classes.</exception>
    /// <exception cref="ArgumentException">A probability is negative or more than 1; the message has its value and its position.</exception>
    /// <example><code>
    /// Losses.CrossEntropy(Tensor.FromRows([0.5, 0.5], [1, 0]), [1, 0]) // 0.34657359…
    /// </code></example>
    public static double CrossEntropy(Tensor y, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        Batches.RequireBatch(nameof(CrossEntropy), y);
        if (y.Rank != 2 || y.Shape[0] != labels.Count)
            throw new ShapeException(nameof(CrossEntropy), y.Shape, [labels.Count], $"There are {labels.Count} labels, so the probabilities need {labels.Count} rows. Check that both come from the same batch.");
        Batches.RequireProbabilities(nameof(CrossEntropy), nameof(y), y);
        return CrossEntropyOfProbabilities(y, Labels.OneHot(labels, y.Shape[1]));
    }

    private static double CrossEntropyOfProbabilities(Tensor y, Tensor t) => (t * -Clamp(y).Log()).Sum(axis: -1).Mean();

    // Max and Min with NaN are NaN.
    private static Tensor Clamp(Tensor y)
    {
        var result = new double[y.Length];
        TensorPrimitives.Max(y.AsSpan(), SmallestProbability, result);
        TensorPrimitives.Min(result, 1, result);
        return Tensor.Wrap(result, [.. y.Shape]);
    }
}
