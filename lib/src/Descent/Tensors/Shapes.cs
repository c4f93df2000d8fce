namespace Descent;

/// <summary>Arithmetic on shapes.</summary>
internal static class Shapes
{
    /// <summary>(2, 3) for a matrix, (3) for a vector, () for a scalar.</summary>
    public static string Format(IReadOnlyList<int> shape) => $"({string.Join(", ", shape)})";

    /// <summary>The index at a row-major position: 3 in a vector, (0, 3) in a matrix.</summary>
    public static string Index(IEnumerable<int> shape, int position)
    {
        var index = shape.ToArray();
        if (index.Length < 2)
            return $"{position}";
        for (var axis = index.Length - 1; axis >= 0; axis--)
            (position, index[axis]) = Math.DivRem(position, index[axis]);
        return Format(index);
    }

    /// <summary>The number of elements, after checking that every size is at least 0 and that an array can hold them.</summary>
    public static int Count(ReadOnlySpan<int> shape)
    {
        var count = 1L;
        var empty = false;
        foreach (var size in shape)
        {
            if (size < 0)
                throw new ArgumentOutOfRangeException(nameof(shape), $"Shape {Format(shape.ToArray())} has a negative size: every size must be at least 0.");
            empty |= size == 0;
            count = Math.Min(count * Math.Max(size, 1), int.MaxValue);
        }

        if (!empty && count > Array.MaxLength)
            throw new ArgumentOutOfRangeException(nameof(shape), $"Shape {Format(shape.ToArray())} has more elements than a tensor can hold ({Array.MaxLength}).");
        return empty ? 0 : (int)count;
    }

    /// <summary>The axis counted from the front: −1 is the last one.</summary>
    public static int Axis(string operation, Tensor tensor, int axis)
    {
        var found = axis < 0 ? axis + tensor.Rank : axis;
        if (found >= 0 && found < tensor.Rank)
            return found;
        var expected = tensor.Rank == 0 ? "A scalar has no axes: call it without one." : $"Axis must be from 0 to {tensor.Rank - 1}, or negative to count from the end.";
        throw new ArgumentOutOfRangeException(nameof(axis), $"{operation}: a tensor of shape {Format(tensor.Shape)} has no axis {axis}. {expected}");
    }

    /// <summary>The shape that an operation on two tensors produces: sizes are compared from the last axis; 1 stretches.</summary>
    public static int[] Broadcast(string operation, Tensor left, Tensor right)
    {
        var shape = new int[Math.Max(left.Rank, right.Rank)];
        for (var back = 1; back <= shape.Length; back++)
        {
            var a = back <= left.Rank ? left.Shape[^back] : 1;
            var b = back <= right.Rank ? right.Shape[^back] : 1;
            if (a != b && a != 1 && b != 1)
                throw new ShapeException(operation, left.Shape, right.Shape, $"Compared from the last axis, sizes must be equal or 1; {a} and {b} are neither. Reshape or slice one of them.");
            shape[^back] = a == 1 ? b : a;
        }

        return shape;
    }

    /// <summary>How far apart neighbours along each axis of <paramref name="shape"/> lie in <paramref name="tensor"/>: 0 where it is stretched.</summary>
    public static int[] BroadcastStrides(Tensor tensor, int[] shape)
    {
        var strides = new int[shape.Length];
        var stride = 1;
        for (var back = 1; back <= tensor.Rank; back++)
        {
            var size = tensor.Shape[^back];
            strides[^back] = size == 1 ? 0 : stride;
            stride *= size;
        }

        return strides;
    }

    /// <summary>Moves an index to the next place in row-major order, and returns the axis that moved, or −1 after the last place.</summary>
    public static int Advance(Span<int> index, ReadOnlySpan<int> shape)
    {
        for (var axis = index.Length - 1; axis >= 0; axis--)
        {
            if (++index[axis] < shape[axis])
                return axis;
            index[axis] = 0;
        }

        return -1;
    }
}
