using MathNet.Numerics.LinearAlgebra;

namespace Descent;

public sealed partial class Tensor
{
    /// <summary>A MathNet.Numerics matrix with the same numbers, as a copy: for decompositions and solvers.</summary>
    /// <exception cref="ShapeException">The tensor is not a matrix.</exception>
    /// <example><code>
    /// Tensor.FromRows([2, 0], [0, 3]).AsMatrix().Determinant() // 6
    /// </code></example>
    public Matrix<double> AsMatrix() => Rank == 2 && Length > 0
        ? Matrix<double>.Build.DenseOfRowMajor(Shape[0], Shape[1], Elements)
        : throw new ShapeException(nameof(AsMatrix), Shape, "It needs a matrix with at least one element. Reshape the tensor first.");

    /// <summary>A MathNet.Numerics vector with the same numbers, as a copy.</summary>
    /// <exception cref="ShapeException">The tensor is not a vector.</exception>
    /// <example><code>
    /// Tensor.Of(3, 4).AsVector().L2Norm() // 5
    /// </code></example>
    public Vector<double> AsVector() => Rank == 1 && Length > 0
        ? Vector<double>.Build.DenseOfArray(ToArray())
        : throw new ShapeException(nameof(AsVector), Shape, "It needs a vector with at least one element. Reshape the tensor first.");

    /// <summary>A matrix with the numbers of a MathNet.Numerics matrix.</summary>
    /// <param name="matrix">Any MathNet.Numerics matrix.</param>
    /// <example><code>
    /// Tensor.From(Tensor.FromRows([2, 0], [0, 4]).AsMatrix().Inverse()).Row(1) // [0, 0.25]
    /// </code></example>
    public static Tensor From(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new Tensor(matrix.ToRowMajorArray(), [matrix.RowCount, matrix.ColumnCount]);
    }

    /// <summary>A vector with the numbers of a MathNet.Numerics vector.</summary>
    /// <param name="vector">Any MathNet.Numerics vector.</param>
    /// <example><code>
    /// Tensor.From(Tensor.Of(3, 4).AsVector() * 2) // [6, 8]
    /// </code></example>
    public static Tensor From(Vector<double> vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return new Tensor(vector.ToArray(), [vector.Count]);
    }
}
