namespace Descent;

public sealed partial class Tensor
{
    /// <summary>A vector of the given numbers.</summary>
    /// <param name="values">The elements.</param>
    /// <example><code>
    /// Tensor.Of(3, 4) // [3, 4]
    /// </code></example>
    public static Tensor Of(params ReadOnlySpan<double> values) => new(values.ToArray(), [values.Length]);

    /// <summary>A matrix of the given rows.</summary>
    /// <param name="rows">The rows, all of one length.</param>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4]).Transpose().Row(0) // [1, 3]
    /// </code></example>
    public static Tensor FromRows(params double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = rows.Length == 0 ? 0 : rows[0].Length;
        for (var row = 1; row < rows.Length; row++)
        {
            if (rows[row].Length != columns)
                throw new ArgumentException($"FromRows: row {row} has {rows[row].Length} elements, but row 0 has {columns}. Every row of a matrix must have the same length.", nameof(rows));
        }

        return new Tensor([.. rows.SelectMany(row => row)], [rows.Length, columns]);
    }

    /// <summary>A matrix with the elements of a two-dimensional array.</summary>
    /// <param name="values">The elements, rows first.</param>
    /// <example><code>
    /// Tensor.Matrix(new double[,] { { 1, 2 }, { 3, 4 } })[1, 0] // 3
    /// </code></example>
    public static Tensor Matrix(double[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new Tensor([.. values.Cast<double>()], [values.GetLength(0), values.GetLength(1)]);
    }

    /// <summary>A tensor of any shape from its elements in row-major order: the last index moves fastest.</summary>
    /// <param name="values">The elements; there must be as many as the sizes multiply to.</param>
    /// <param name="shape">The size along each axis.</param>
    /// <exception cref="ShapeException">The number of elements does not fit the shape.</exception>
    /// <example><code>
    /// Tensor.Create([1, 2, 3, 4, 5, 6], 2, 3).Row(1) // [4, 5, 6]
    /// </code></example>
    public static Tensor Create(ReadOnlySpan<double> values, params ReadOnlySpan<int> shape)
    {
        var count = Shapes.Count(shape);
        return count == values.Length
            ? new Tensor(values.ToArray(), shape.ToArray())
            : throw new ShapeException(nameof(Create), [values.Length], shape.ToArray(), $"{values.Length} elements were given, but that shape holds {count}. Change one of them.");
    }

    /// <summary>A tensor of zeros.</summary>
    /// <param name="shape">The size along each axis.</param>
    /// <example><code>
    /// Tensor.Zeros(3) // [0, 0, 0]
    /// </code></example>
    public static Tensor Zeros(params ReadOnlySpan<int> shape) => new(new double[Shapes.Count(shape)], shape.ToArray());

    /// <summary>A tensor of ones.</summary>
    /// <param name="shape">The size along each axis.</param>
    /// <example><code>
    /// Tensor.Ones(3) // [1, 1, 1]
    /// </code></example>
    public static Tensor Ones(params ReadOnlySpan<int> shape) => Full(1, shape);

    /// <summary>A tensor with one value everywhere.</summary>
    /// <param name="value">The value of each element.</param>
    /// <param name="shape">The size along each axis.</param>
    /// <example><code>
    /// Tensor.Full(0.5, 2) // [0.5, 0.5]
    /// </code></example>
    public static Tensor Full(double value, params ReadOnlySpan<int> shape)
    {
        var values = new double[Shapes.Count(shape)];
        Array.Fill(values, value);
        return new Tensor(values, shape.ToArray());
    }

    /// <summary>A tensor of rank 0: a single number.</summary>
    /// <param name="value">The number.</param>
    /// <example><code>
    /// Tensor.Scalar(5).Rank // 0
    /// </code></example>
    public static Tensor Scalar(double value) => new([value], []);

    /// <summary>The vector start, start + step, … that ends before <paramref name="stop"/>.</summary>
    /// <param name="start">The first element.</param>
    /// <param name="stop">Where to end; not included.</param>
    /// <param name="step">The distance between neighbours; may be negative, not 0. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0 or something is not finite, or there are more elements than a tensor can hold.</exception>
    /// <example><code>
    /// Tensor.Range(0, 1, 0.25) // [0, 0.25, 0.5, 0.75]
    /// </code></example>
    public static Tensor Range(double start, double stop, double step = 1)
    {
        if (!double.IsFinite(start) || !double.IsFinite(stop) || !double.IsFinite(step) || step == 0)
            throw new ArgumentOutOfRangeException(nameof(step), $"Range: from {start} to {stop} in steps of {step} is not a finite number of elements. Give finite ends and a step other than 0.");
        var width = stop - start;
        var count = Math.Ceiling(double.IsFinite(width) ? width / step : (stop / step) - (start / step));
        if (count > Array.MaxLength)
            throw new ArgumentOutOfRangeException(nameof(step), $"Range: from {start} to {stop} in steps of {step} are more elements than a tensor can hold ({Array.MaxLength}). Give a larger step.");
        var values = new double[(int)Math.Max(count, 0)];
        for (var i = 0; i < values.Length; i++)
        {
            var distance = i * step;
            values[i] = double.IsFinite(distance) ? start + distance : Math.FusedMultiplyAdd(i, step, start);
        }

        return new Tensor(values, [values.Length]);
    }

    /// <summary>A vector of evenly spaced numbers, both ends included.</summary>
    /// <param name="start">The first element.</param>
    /// <param name="stop">The last element.</param>
    /// <param name="count">How many elements; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 elements were asked for, or an end is not finite.</exception>
    /// <example><code>
    /// Tensor.Linspace(0, 1, 5) // [0, 0.25, 0.5, 0.75, 1]
    /// </code></example>
    public static Tensor Linspace(double start, double stop, int count)
    {
        if (count < 2)
            throw new ArgumentOutOfRangeException(nameof(count), $"Linspace: {count} elements cannot include both ends. Ask for at least 2.");
        if (!double.IsFinite(start) || !double.IsFinite(stop))
            throw new ArgumentOutOfRangeException(nameof(stop), $"Linspace: there are no even spaces from {start} to {stop}. Give finite ends.");
        var values = new double[Shapes.Count([count])];
        for (var i = 0; i < count; i++)
        {
            var distance = (stop - start) * i;
            var share = (double)i / (count - 1);
            values[i] = double.IsFinite(distance) ? start + distance / (count - 1) : (start * (1 - share)) + (stop * share);
        }

        values[^1] = stop;
        return new Tensor(values, [count]);
    }
}
