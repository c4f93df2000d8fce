using System.Numerics.Tensors;

namespace Descent;

/// <summary>The functions that a network applies between its layers and at its end. Lesson 2 compares the first two.</summary>
/// <example><code>
/// Activations.Sigmoid(0) // 0.5
/// </code></example>
public static class Activations
{
    /// <summary>The logistic function 1 / (1 + e⁻ˣ): smooth, between 0 and 1.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>Its slope is σ(x)(1 − σ(x)): nowhere 0, so a small change of a weight always shows. Lesson 2.</remarks>
    /// <example><code>
    /// Activations.Sigmoid(2) // 0.88079707…
    /// </code></example>
    public static double Sigmoid(double x) => Elementwise.Apply(TensorPrimitives.Sigmoid, x);

    /// <summary>The logistic function 1 / (1 + e⁻ˣ) of every element.</summary>
    /// <param name="x">Any shape.</param>
    /// <example><code>
    /// Activations.Sigmoid(Tensor.Of(-1000, 0, 1000)) // [0, 0.5, 1]
    /// </code></example>
    public static Tensor Sigmoid(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Elementwise.Apply(TensorPrimitives.Sigmoid, x);
    }

    /// <summary>The step function: 1 for a positive number, 0 otherwise. NaN stays NaN.</summary>
    /// <param name="x">Any number.</param>
    /// <remarks>Its slope is 0 wherever it has one: a network of steps cannot learn from gradients. Lesson 2.</remarks>
    /// <example><code>
    /// Activations.Step(0.5) // 1
    /// </code></example>
    public static double Step(double x) => double.IsNaN(x) ? x : x > 0 ? 1 : 0;

    /// <summary>The step function of every element: 1 for a positive number, 0 otherwise.</summary>
    /// <param name="x">Any shape.</param>
    /// <example><code>
    /// Activations.Step(Tensor.Of(-1, 0, 2)) // [0, 0, 1]
    /// </code></example>
    public static Tensor Step(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Map(Step);
    }

    /// <summary>
    /// Probabilities from scores, along the last axis: eˣᵏ / Σⱼ eˣʲ. They are positive and sum to 1. The maximum is subtracted
    /// first, which changes nothing but keeps e to a large power from overflowing.
    /// </summary>
    /// <param name="x">A vector of scores, or a batch with one vector of scores in each row. A score of −∞ has the probability 0; NaN makes its row NaN.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ShapeException">There are no scores.</exception>
    /// <exception cref="ArgumentException">A score is +∞, or all scores of a row are −∞: then there are no probabilities. The message has the row and the element.</exception>
    /// <example><code>
    /// Activations.Softmax(Tensor.Of(1000, 1000)) // [0.5, 0.5]
    /// </code></example>
    public static Tensor Softmax(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank == 0 || x.Shape[^1] == 0)
            throw new ShapeException(nameof(Softmax), x.Shape, "The last axis must hold at least one score.");
        var largest = x.Max(axis: -1, keepDimensions: true);
        RequireFinite(x, largest);
        var powers = (x - largest).Exp();
        return powers / powers.Sum(axis: -1, keepDimensions: true);
    }

    private static void RequireFinite(Tensor x, Tensor largest)
    {
        for (var row = 0; row < largest.Length; row++)
        {
            var score = largest.AsSpan()[row];
            if (!double.IsInfinity(score))
                continue;
            var element = x.AsSpan().Slice(row * x.Shape[^1], x.Shape[^1]).IndexOf(score);
            var place = x.Rank == 1 ? "" : $"row {Shapes.Index(x.Shape.SkipLast(1), row)}";
            throw new ArgumentException(
                score > 0
                    ? $"Softmax: the score at {place}{(x.Rank == 1 ? "" : ", ")}element {element} is ∞, and e to that power has no share of a sum. Give finite scores; −∞ stands for a probability of 0."
                    : $"Softmax: all scores of {(x.Rank == 1 ? "the vector" : place)} are −∞, from element 0 on, so that no class has a probability. Give at least one finite score.",
                nameof(x));
        }
    }
}
