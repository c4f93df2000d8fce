namespace Descent;

public sealed partial class Tensor
{
    /// <summary>One row of a matrix as a vector; of a tensor of rank r, the part of rank r − 1 at that place of the first axis.</summary>
    /// <param name="index">From 0 to the number of rows − 1.</param>
    /// <exception cref="ShapeException">The tensor has fewer than two axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4]).Row(1) // [3, 4]
    /// </code></example>
    public Tensor Row(int index)
    {
        if (Rank < 2)
            throw new ShapeException(nameof(Row), Shape, "It needs at least two axes. Index a vector with [i] instead.");
        if ((uint)index >= (uint)Shape[0])
            throw OutOfRange(0, index);
        var size = Length / Shape[0];
        return new Tensor(Elements[(index * size)..((index + 1) * size)], [.. Shape.Skip(1)]);
    }

    /// <summary>Consecutive rows of a matrix, or consecutive elements of a vector.</summary>
    /// <param name="range">For example <c>0..100</c>, or <c>^10..</c>.</param>
    /// <exception cref="ShapeException">The tensor is a scalar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The range reaches outside the tensor.</exception>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4], [5, 6]).Rows(1..).Shape // [2, 2]
    /// </code></example>
    public Tensor Rows(Range range)
    {
        var count = RowCount(nameof(Rows));
        var start = range.Start.GetOffset(count);
        var end = range.End.GetOffset(count);
        if (start < 0 || end > count || start > end)
            throw new ArgumentOutOfRangeException(nameof(range), $"Rows {range} are out of range: a tensor of shape {Shapes.Format(Shape)} has rows 0..{count}.");
        var size = count == 0 ? 0 : Length / count;
        return new Tensor(Elements[(start * size)..(end * size)], [end - start, .. Shape.Skip(1)]);
    }

    /// <summary>The chosen rows of a matrix, or elements of a vector, in the given order: how a mini-batch is gathered.</summary>
    /// <param name="indexes">Each from 0 to the number of rows − 1; repetition is allowed.</param>
    /// <exception cref="ShapeException">The tensor is a scalar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <example><code>
    /// Tensor.Of(10, 20, 30).Rows([2, 0]) // [30, 10]
    /// </code></example>
    public Tensor Rows(IReadOnlyList<int> indexes)
    {
        ArgumentNullException.ThrowIfNull(indexes);
        var count = RowCount(nameof(Rows));
        var size = count == 0 ? 0 : Length / count;
        var result = new double[Shapes.Count([indexes.Count, size])];
        for (var i = 0; i < indexes.Count; i++)
        {
            if ((uint)indexes[i] >= (uint)count)
                throw OutOfRange(0, indexes[i]);
            Elements.AsSpan(indexes[i] * size, size).CopyTo(result.AsSpan(i * size));
        }

        return new Tensor(result, [indexes.Count, .. Shape.Skip(1)]);
    }

    /// <summary>One column of a matrix as a vector.</summary>
    /// <param name="index">From 0 to the number of columns − 1.</param>
    /// <exception cref="ShapeException">The tensor is not a matrix.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4]).Column(1) // [2, 4]
    /// </code></example>
    public Tensor Column(int index)
    {
        if (Rank != 2)
            throw new ShapeException(nameof(Column), Shape, "It needs a matrix, which has two axes. Reshape the tensor first.");
        if ((uint)index >= (uint)Shape[1])
            throw OutOfRange(1, index);
        var result = new double[Shape[0]];
        for (var row = 0; row < result.Length; row++)
            result[row] = Elements[row * Shape[1] + index];
        return new Tensor(result, [result.Length]);
    }

    /// <summary>The same elements, in the same row-major order, in another shape.</summary>
    /// <param name="shape">The size along each axis; one of them may be −1, and is then worked out from the others.</param>
    /// <exception cref="ShapeException">The new shape holds a different number of elements.</exception>
    /// <example><code>
    /// Tensor.Range(0, 6).Reshape(2, -1).Row(1) // [3, 4, 5]
    /// </code></example>
    public Tensor Reshape(params ReadOnlySpan<int> shape)
    {
        var sizes = shape.ToArray();
        var open = Array.IndexOf(sizes, -1);
        if (open >= 0)
        {
            sizes[open] = 1;
            var others = Shapes.Count(sizes);
            sizes[open] = others > 0 && Length % others == 0
                ? Length / others
                : throw new ShapeException(nameof(Reshape), Shape, shape.ToArray(), $"{Length} elements do not divide by {others}, so the size −1 cannot be worked out.");
        }

        var count = Shapes.Count(sizes);
        return count == Length
            ? new Tensor(Elements, sizes)
            : throw new ShapeException(nameof(Reshape), Shape, sizes, $"The first holds {Length} elements, the second {count}. Both must hold the same number.");
    }

    /// <summary>Tensors of one shape as the rows of a new one: n tensors of shape (k) become one of shape (n, k).</summary>
    /// <param name="parts">At least one tensor; all of one shape.</param>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    /// <example><code>
    /// Tensor.Stack([Tensor.Of(1, 2), Tensor.Of(3, 4)]).Column(0) // [1, 3]
    /// </code></example>
    public static Tensor Stack(IReadOnlyList<Tensor> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
            throw new ArgumentException("Stack: there are no tensors to stack. Give at least one.", nameof(parts));
        var size = parts[0].Length;
        var result = new double[Shapes.Count([parts.Count, size])];
        for (var i = 0; i < parts.Count; i++)
        {
            if (!parts[i].Shape.SequenceEqual(parts[0].Shape))
                throw new ShapeException(nameof(Stack), parts[0].Shape, parts[i].Shape, $"All parts must have the shape of the first; part {i} does not.");
            parts[i].Elements.CopyTo(result, i * size);
        }

        return new Tensor(result, [parts.Count, .. parts[0].Shape]);
    }

    private int RowCount(string operation) => Rank > 0
        ? Shape[0]
        : throw new ShapeException(operation, Shape, "A scalar has no rows. Reshape it to a vector first.");
}
