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
    /// <param name="x">A vector of scores, or a batch with one vector of scores in each row.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ShapeException">There are no scores.</exception>
    /// <example><code>
    /// Activations.Softmax(Tensor.Of(1000, 1000)) // [0.5, 0.5]
    /// </code></example>
    public static Tensor Softmax(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank == 0 || x.Shape[^1] == 0)
            throw new ShapeException(nameof(Softmax), x.Shape, "The last axis must hold at least one score.");
        var powers = (x - x.Max(axis: -1, keepDimensions: true)).Exp();
        return powers / powers.Sum(axis: -1, keepDimensions: true);
    }
}
