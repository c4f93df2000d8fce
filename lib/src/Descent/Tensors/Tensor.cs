namespace Descent;

/// <summary>
/// Numbers in a box of any number of axes: a vector, a matrix, a batch of images. Dense, row-major, <c>double</c>.
/// A tensor never changes: every operation returns a new one.
/// </summary>
/// <remarks>
/// Results are the same bits on every machine with fused multiply-add, whatever its vector width or number of cores:
/// sums are taken in a fixed order. The lessons use tensors from the second one on.
/// </remarks>
/// <example><code>
/// var x = Tensor.FromRows([1, 2], [3, 4]);
/// var y = x * 10 + Tensor.Of(1, 2); // x is still what it was
/// y.Sum(axis: 0) // [42, 64]
/// </code></example>
public sealed partial class Tensor : IEquatable<Tensor>
{
    private double[]? elements;

    private Tensor(double[] elements, int[] shape) => (this.elements, Length, Shape) = (elements, elements.Length, Array.AsReadOnly(shape));

    /// <summary>The size along each axis: (rows, columns) for a matrix, (length) for a vector, () for a scalar.</summary>
    /// <example><code>
    /// Tensor.Zeros(2, 3).Shape // [2, 3]
    /// </code></example>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The number of axes: 0 for a scalar, 1 for a vector, 2 for a matrix.</summary>
    /// <example><code>
    /// Tensor.Zeros(2, 3).Rank // 2
    /// </code></example>
    public int Rank => Shape.Count;

    /// <summary>The number of elements: the product of the sizes.</summary>
    /// <example><code>
    /// Tensor.Zeros(2, 3).Length // 6
    /// </code></example>
    public int Length { get; }

    /// <summary>The elements in row-major order (the last index moves fastest), without a copy.</summary>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4]).AsSpan()[2] // 3
    /// </code></example>
    public ReadOnlySpan<double> AsSpan() => Elements;

    internal ReadOnlyMemory<double> Memory => Elements;

    private double[] Elements => elements ?? MakeElements();

    /// <summary>A copy of the elements in row-major order.</summary>
    /// <example><code>
    /// Tensor.FromRows([1, 2], [3, 4]).ToArray() // [1, 2, 3, 4]
    /// </code></example>
    public double[] ToArray() => [.. Elements];

    /// <summary>The only element of a tensor that has just one.</summary>
    /// <exception cref="ShapeException">There are none or several elements.</exception>
    /// <example><code>
    /// Tensor.Of(3).MatMul(Tensor.Of(4)).ToScalar() // 12
    /// </code></example>
    public double ToScalar() => Length == 1
        ? Elements[0]
        : throw new ShapeException(nameof(ToScalar), Shape, "It needs exactly one element. Index the tensor, or reduce it with Sum() or Mean().");

    /// <summary>Takes over an array without a copy. The caller must not change it any more.</summary>
    internal static Tensor Wrap(double[] values, params int[] shape) => new(values, shape);
}
