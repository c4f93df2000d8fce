using System.Numerics.Tensors;

namespace Descent;

public sealed partial class Tensor
{
    /// <summary>Sums along one axis: axis 0 of a matrix adds its rows (one sum per column), axis 1 its columns.</summary>
    /// <param name="axis">The axis that disappears; −1 is the last.</param>
    /// <param name="keepDimensions">Keep the axis with size 1, so that the result broadcasts against the tensor. Default false.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4]).Sum(axis: 0) // [4, 6]
    /// </code></example>
    public Tensor Sum(int axis, bool keepDimensions = false) =>
        Rescued(SumAlong(nameof(Sum), axis, keepDimensions), axis, Summation.Sum);

    /// <summary>Averages along one axis.</summary>
    /// <param name="axis">The axis that disappears; −1 is the last.</param>
    /// <param name="keepDimensions">Keep the axis with size 1. Default false.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ShapeException">The axis has size 0.</exception>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4]).Mean(axis: 1) // [1.5, 3.5]
    /// </code></example>
    public Tensor Mean(int axis, bool keepDimensions = false) =>
        Rescued(SumAlong(nameof(Mean), axis, keepDimensions) / NonEmptyAxis(nameof(Mean), axis), axis, Summation.Mean);

    /// <summary>The largest elements along one axis; NaN where one of them is NaN.</summary>
    /// <param name="axis">The axis that disappears; −1 is the last.</param>
    /// <param name="keepDimensions">Keep the axis with size 1. Default false.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ShapeException">The axis has size 0.</exception>
    /// <example><code>
    /// Tensor.FromRows([1, 9], [3, 4]).Max(axis: 0) // [3, 9]
    /// </code></example>
    public Tensor Max(int axis, bool keepDimensions = false) => Extreme(nameof(Max), axis, keepDimensions, TensorPrimitives.Max, TensorPrimitives.Max);

    /// <summary>The smallest elements along one axis; NaN where one of them is NaN.</summary>
    /// <param name="axis">The axis that disappears; −1 is the last.</param>
    /// <param name="keepDimensions">Keep the axis with size 1. Default false.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ShapeException">The axis has size 0.</exception>
    /// <example><code>
    /// Tensor.FromRows([1, 9], [3, 4]).Min(axis: 1) // [1, 3]
    /// </code></example>
    public Tensor Min(int axis, bool keepDimensions = false) => Extreme(nameof(Min), axis, keepDimensions, TensorPrimitives.Min, TensorPrimitives.Min);

    /// <summary>
    /// Where the largest element along one axis stands; the first where several are equal.
    /// With axis 1 of an n×10 batch of outputs: the n predicted labels.
    /// </summary>
    /// <param name="axis">The axis that disappears; −1 is the last.</param>
    /// <returns>One index for each of the other places, in row-major order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ShapeException">The axis has size 0.</exception>
    /// <exception cref="ArgumentException">An element is NaN; the message has its position.</exception>
    /// <example><code>
    /// Tensor.FromRows([0.1, 0.9], [0.8, 0.2]).ArgMax(axis: 1) // [1, 0]
    /// </code></example>
    public int[] ArgMax(int axis)
    {
        var count = NonEmptyAxis(nameof(ArgMax), axis);
        var (outer, inner) = Around(Shapes.Axis(nameof(ArgMax), this, axis));
        var result = new int[Shapes.Count([outer, inner])];
        for (var i = 0; i < result.Length; i++)
            result[i] = IndexOfLargest(start: i / inner * count * inner + i % inner, count, stride: inner);
        return result;
    }

    private Tensor SumAlong(string operation, int axis, bool keepDimensions) => Reduce(
        Shapes.Axis(operation, this, axis), keepDimensions, Summation.Sum, (sums, next, result) => TensorPrimitives.Add(sums, next, result));

    // Takes what left the range of a double once more, by itself and with more care.
    private Tensor Rescued(Tensor reduced, int axis, Func<ReadOnlySpan<double>, double> ofSpan)
    {
        if (reduced.Length == 0 || TensorPrimitives.IsFiniteAll(reduced.AsSpan()))
            return reduced;
        var found = Shapes.Axis(nameof(Sum), this, axis);
        var values = new double[Shape[found]];
        var inner = Around(found).Inner;
        for (var output = 0; output < reduced.Length; output++)
        {
            if (double.IsFinite(reduced.Elements[output]))
                continue;
            for (var i = 0; i < values.Length; i++)
                values[i] = Elements[(((output / inner * values.Length) + i) * inner) + (output % inner)];
            reduced.Elements[output] = ofSpan(values);
        }

        return reduced;
    }

    private Tensor Extreme(
        string operation, int axis, bool keepDimensions, Func<ReadOnlySpan<double>, double> ofSpan, BinaryOperation.OnSpans ofPairs)
    {
        NonEmptyAxis(operation, axis);
        return Reduce(Shapes.Axis(operation, this, axis), keepDimensions, ofSpan, ofPairs);
    }

    // Neighbours are reduced together; otherwise whole runs are folded one after the other, each output in the order of the axis.
    private Tensor Reduce(int axis, bool keepDimensions, Func<ReadOnlySpan<double>, double> ofSpan, BinaryOperation.OnSpans ofPairs)
    {
        var (outer, inner) = Around(axis);
        var count = Shape[axis];
        var result = new double[Shapes.Count([.. Shape.Take(axis), .. Shape.Skip(axis + 1)])];
        for (var o = 0; o < outer && result.Length > 0; o++)
        {
            var block = Elements.AsSpan(o * count * inner, count * inner);
            if (inner == 1)
            {
                result[o] = ofSpan(block);
                continue;
            }

            var output = result.AsSpan(o * inner, inner);
            for (var i = 0; i < count; i++)
            {
                if (i == 0)
                    block[..inner].CopyTo(output);
                else
                    ofPairs(output, block.Slice(i * inner, inner), output);
            }
        }

        return new Tensor(result, keepDimensions
            ? [.. Shape.Take(axis), 1, .. Shape.Skip(axis + 1)]
            : [.. Shape.Take(axis), .. Shape.Skip(axis + 1)]);
    }

    /// <summary>The number of places before and after an axis.</summary>
    private (int Outer, int Inner) Around(int axis) =>
        (Shapes.Count([.. Shape.Take(axis)]), Shapes.Count([.. Shape.Skip(axis + 1)]));

    private int NonEmptyAxis(string operation, int axis)
    {
        var found = Shapes.Axis(operation, this, axis);
        return Shape[found] > 0
            ? Shape[found]
            : throw new ShapeException(operation, Shape, $"Axis {found} has no elements. Check that the batch or slice is not empty.");
    }
}
