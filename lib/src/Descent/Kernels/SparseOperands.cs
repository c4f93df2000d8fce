using System.Runtime.InteropServices;

namespace Descent.Kernels;

/// <summary>
/// What a <see cref="SparseTile"/> needs to find its numbers: a mask for each row of the result, whose bits choose among the next
/// 64 inner indexes. The left operand's strides tell a matrix from its transpose.
/// </summary>
internal readonly ref struct SparseOperands<TRaw>
    where TRaw : struct
{
    public readonly ReadOnlySpan<ulong> Masks;
    public readonly ref TRaw Left;
    public readonly ref double Right;
    public readonly ref double Result;
    public readonly ref double Units;
    public readonly nuint RowStride;
    public readonly nuint InnerStride;
    public readonly int Columns;

    public SparseOperands(
        ReadOnlySpan<ulong> masks,
        ReadOnlySpan<TRaw> left,
        int rowStride,
        int innerStride,
        ReadOnlySpan<double> right,
        Span<double> result,
        int columns)
    {
        Masks = masks;
        Left = ref MemoryMarshal.GetReference(left);
        Right = ref MemoryMarshal.GetReference(right);
        Result = ref MemoryMarshal.GetReference(result);
        Units = ref MemoryMarshal.GetReference(PixelScale.Units);
        RowStride = (nuint)rowStride;
        InnerStride = (nuint)innerStride;
        Columns = columns;
    }
}
