namespace Descent;

public sealed partial class Tensor
{
    /// <summary>An element of a vector; <c>x[^1]</c> is the last one.</summary>
    /// <param name="index">From 0 to Length − 1.</param>
    /// <exception cref="ShapeException">The tensor is not a vector.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    /// <example><code>
    /// Tensor.Of(3, 4)[1] // 4
    /// </code></example>
    public double this[int index]
    {
        get
        {
            if (Rank != 1)
                throw IndexCount(1);
            return (uint)index < (uint)Elements.Length ? Elements[index] : throw OutOfRange(0, index);
        }
    }

    /// <summary>An element of a matrix.</summary>
    /// <param name="row">From 0 to the number of rows − 1.</param>
    /// <param name="column">From 0 to the number of columns − 1.</param>
    /// <exception cref="ShapeException">The tensor is not a matrix.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4])[1, 0] // 3
    /// </code></example>
    public double this[int row, int column] => Elements[Position(row, column)];

    /// <summary>An element of a tensor of any rank: one index for each axis.</summary>
    /// <param name="index">One index for each axis, from 0 to the size of that axis − 1.</param>
    /// <exception cref="ShapeException">The number of indexes is not the rank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    /// <example><code>
    /// Tensor.Range(0, 24).Reshape(2, 3, 4)[1, 2, 3] // 23
    /// </code></example>
    public double this[params ReadOnlySpan<int> index] => Elements[Position(index)];

    /// <summary>A part of a vector, or some rows of a matrix: the same as <see cref="Rows(Range)"/>.</summary>
    /// <param name="range">For example <c>1..3</c>, or <c>..^1</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches outside the tensor.</exception>
    /// <example><code>
    /// Tensor.Of(1, 2, 3, 4)[1..3] // [2, 3]
    /// </code></example>
    public Tensor this[Range range] => Rows(range);

    /// <summary>A copy of a vector with one element changed.</summary>
    /// <param name="index">From 0 to Length − 1.</param>
    /// <param name="value">The new element.</param>
    /// <exception cref="ShapeException">The tensor is not a vector.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    /// <example><code>
    /// Tensor.Of(3, 4).With(0, 9) // [9, 4]
    /// </code></example>
    public Tensor With(int index, double value) => With([index], value);

    /// <summary>A copy of a matrix with one element changed, for example one weight of a network.</summary>
    /// <param name="row">From 0 to the number of rows − 1.</param>
    /// <param name="column">From 0 to the number of columns − 1.</param>
    /// <param name="value">The new element.</param>
    /// <exception cref="ShapeException">The tensor is not a matrix.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4]).With(1, 0, 9).Row(1) // [9, 4]
    /// </code></example>
    public Tensor With(int row, int column, double value) => With([row, column], value);

    /// <summary>A copy with one element changed, for any rank.</summary>
    /// <param name="index">One index for each axis.</param>
    /// <param name="value">The new element.</param>
    /// <exception cref="ShapeException">The number of indexes is not the rank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    /// <example><code>
    /// Tensor.Zeros(2, 2, 2).With([1, 1, 1], 5)[1, 1, 1] // 5
    /// </code></example>
    public Tensor With(ReadOnlySpan<int> index, double value)
    {
        var position = Position(index);
        var copy = GC.AllocateUninitializedArray<double>(Elements.Length);
        Elements.CopyTo(copy, 0);
        copy[position] = value;
        return new Tensor(copy, [.. Shape]);
    }

    private int Position(params ReadOnlySpan<int> index)
    {
        if (index.Length != Rank)
            throw IndexCount(index.Length);
        var position = 0;
        for (var axis = 0; axis < index.Length; axis++)
        {
            if ((uint)index[axis] >= (uint)Shape[axis])
                throw OutOfRange(axis, index[axis]);
            position = position * Shape[axis] + index[axis];
        }

        return position;
    }

    private ShapeException IndexCount(int given) =>
        new("Index", Shape, $"It has {Rank} {(Rank == 1 ? "axis" : "axes")}, and {given} {(given == 1 ? "index was" : "indexes were")} given. Give one index for each axis, or take a part with Row, Rows or Column.");

    private ArgumentOutOfRangeException OutOfRange(int axis, int index) =>
        new(nameof(index), Shape[axis] == 0
            ? $"Index {index} is out of range: a tensor of shape {Shapes.Format(Shape)} has nothing along axis {axis}."
            : $"Index {index} is out of range: axis {axis} of a tensor of shape {Shapes.Format(Shape)} has indexes 0 to {Shape[axis] - 1}.");
}
