using System.Numerics.Tensors;

namespace Descent;

public sealed partial class Tensor
{
    /// <summary>The sum of all elements, taken in a fixed order; 0 if there are none.</summary>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4]).Sum() // 10
    /// </code></example>
    public double Sum() => Summation.Sum(Elements);

    /// <summary>The sum of all elements divided by their number.</summary>
    /// <exception cref="ShapeException">There are no elements.</exception>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4]).Mean() // 2.5
    /// </code></example>
    public double Mean() => Summation.Mean(NotEmpty(nameof(Mean)).Elements);

    /// <summary>The largest element; NaN if any element is NaN.</summary>
    /// <exception cref="ShapeException">There are no elements.</exception>
    /// <example><code>
    /// Tensor.Of(1, 5, 3).Max() // 5
    /// </code></example>
    public double Max() => TensorPrimitives.Max<double>(NotEmpty(nameof(Max)).Elements);

    /// <summary>The smallest element; NaN if any element is NaN.</summary>
    /// <exception cref="ShapeException">There are no elements.</exception>
    /// <example><code>
    /// Tensor.Of(4, 1, 3).Min() // 1
    /// </code></example>
    public double Min() => TensorPrimitives.Min<double>(NotEmpty(nameof(Min)).Elements);

    /// <summary>
    /// The row-major position of the largest element: the first one where several are equal.
    /// For a vector of probabilities it is the predicted label.
    /// </summary>
    /// <exception cref="ShapeException">There are no elements.</exception>
    /// <exception cref="ArgumentException">An element is NaN, so that none is the largest; the message has its position.</exception>
    /// <example><code>
    /// Tensor.Of(0.1, 0.7, 0.2).ArgMax() // 1
    /// </code></example>
    public int ArgMax() => NotEmpty(nameof(ArgMax)).IndexOfLargest(start: 0, count: Length, stride: 1);

    /// <summary>The Euclidean length √Σx²: how long an arrow is, how steep a gradient.</summary>
    /// <example><code>
    /// Tensor.Of(3, 4).Norm() // 5
    /// </code></example>
    public double Norm() => Summation.Norm(Elements);

    private int IndexOfLargest(int start, int count, int stride)
    {
        var best = 0;
        for (var i = 0; i < count; i++)
        {
            var position = start + i * stride;
            if (double.IsNaN(Elements[position]))
                throw new ArgumentException($"ArgMax: the element at position {Shapes.Index(Shape, position)} is NaN, so that none is the largest. Look where it comes from.");
            if (Elements[position] > Elements[start + best * stride])
                best = i;
        }

        return best;
    }

    private Tensor NotEmpty(string operation) => Length > 0
        ? this
        : throw new ShapeException(operation, Shape, "It has no elements. Check that the batch or slice is not empty.");
}
