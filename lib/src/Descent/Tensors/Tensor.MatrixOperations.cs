using Descent.Kernels;

namespace Descent;

public sealed partial class Tensor
{
    /// <summary>Rows and columns exchanged. A vector stays as it is; with more axes their order is reversed.</summary>
    /// <example><code>
    /// Tensor.FromRows([1, 2, 3], [4, 5, 6]).Transpose().Shape // [3, 2]
    /// </code></example>
    public Tensor Transpose()
    {
        if (Rank < 2)
            return this;
        var result = new double[Length];
        if (Rank == 2)
            TransposeMatrix(Elements, result, Shape[0], Shape[1]);
        else
            ReverseAxes(result);
        return new Tensor(result, [.. Shape.Reverse()]);
    }

    /// <summary>
    /// The matrix product: element (i, j) is Σₖ aᵢₖ bₖⱼ. An n×k matrix times a k×m one is n×m.
    /// A vector on the left counts as a row, on the right as a column, and drops out of the result's shape.
    /// </summary>
    /// <param name="other">The right factor. Its first size must equal this tensor's last one.</param>
    /// <exception cref="ShapeException">The inner sizes differ, or a factor is neither vector nor matrix.</exception>
    /// <example><code>
    /// Tensor.Of(1, 2).MatMul(Tensor.FromRows([1, 2, 3], [4, 5, 6])) // [9, 12, 15]
    /// </code></example>
    public Tensor MatMul(Tensor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Rank is < 1 or > 2 || other.Rank is < 1 or > 2)
            throw new ShapeException(nameof(MatMul), Shape, other.Shape, "Each must be a vector or a matrix. Reshape them first.");
        var inner = Shape[^1];
        if (inner != other.Shape[0])
            throw new ShapeException(nameof(MatMul), Shape, other.Shape, $"The last size of the first, {inner}, must equal the first size of the second, {other.Shape[0]}. Transpose one of them, or check which comes first.");
        var rows = Rank == 2 ? Shape[0] : 1;
        var columns = other.Rank == 2 ? other.Shape[1] : 1;
        var result = GC.AllocateUninitializedArray<double>(Shapes.Count([rows, columns]));
        MatrixProduct.Multiply(Elements, other.Elements, result, rows, inner, columns);
        return new Tensor(result, [.. Shape.SkipLast(1), .. other.Shape.Skip(1)]);
    }

    /// <summary>The inner product Σ aᵢbᵢ of two vectors.</summary>
    /// <param name="other">A vector of the same length.</param>
    /// <exception cref="ShapeException">The tensors are not vectors of one length.</exception>
    /// <example><code>
    /// Tensor.Of(1, 2, 3).Dot(Tensor.Of(4, 5, 6)) // 32
    /// </code></example>
    public double Dot(Tensor other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Rank == 1 && other.Rank == 1 && Length == other.Length
            ? Summation.Dot(Elements, other.Elements)
            : throw new ShapeException(nameof(Dot), Shape, other.Shape, "It needs two vectors of the same length. Use MatMul for matrices.");
    }

    private static void TransposeMatrix(ReadOnlySpan<double> source, Span<double> result, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                result[column * rows + row] = source[row * columns + column];
        }
    }

    private void ReverseAxes(double[] result)
    {
        int[] shape = [.. Shape];
        var index = new int[Rank];
        foreach (var value in Elements)
        {
            var position = 0;
            for (var axis = Rank - 1; axis >= 0; axis--)
                position = position * shape[axis] + index[axis];
            result[position] = value;
            Shapes.Advance(index, shape);
        }
    }
}
