using System.Runtime.Intrinsics;

namespace Descent.Kernels;

/// <summary>
/// The product of a matrix of mostly zeros with a dense one: x·W for a batch of digits, and xᵀ·δ for its gradient. Every
/// output is one chain of multiply-adds from +0 in the order of the inner index, as in <see cref="MatrixProduct"/>, but
/// for the terms with a left factor of 0.
/// </summary>
/// <remarks>
/// Leaving those terms out keeps the value of every sum: 0·w is ±0 for a finite w, and s + ±0 is s. Two cases differ, both on
/// purpose harmless. A sum that is −0 (only a product that underflows makes one) keeps its sign. And where w is infinite or
/// not a number, a pixel of 0 now contributes nothing; the weight still shows as soon as its pixel is not 0.
/// </remarks>
internal static class SparseProduct
{
    private const int Block = SparseRows.BlockColumns;
    private const int MostVectors = 8;

    /// <summary><c>result = a · b</c> with b: a.Columns×columns and result: a.Rows×columns.</summary>
    public static void Multiply(SparseRows a, ReadOnlySpan<double> b, Span<double> result, int columns)
    {
        // The tiles address memory without bounds checks, so these stand in for all of them.
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, a.Columns * columns, nameof(b));
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, a.Rows * columns, nameof(result));
        if (a.HoldsPixels)
            Multiply<byte, PixelElement>(a, a.Pixels, b, result, columns);
        else
            Multiply<double, NumberElement>(a, a.Numbers, b, result, columns);
    }

    /// <summary><c>result = aᵀ · b</c> with b: a.Rows×columns and result: a.Columns×columns.</summary>
    public static void MultiplyTransposed(SparseRows a, ReadOnlySpan<double> b, Span<double> result, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, a.Rows * columns, nameof(b));
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, a.Columns * columns, nameof(result));
        if (a.HoldsPixels)
            MultiplyTransposed<byte, PixelElement>(a, a.Pixels, b, result, columns);
        else
            MultiplyTransposed<double, NumberElement>(a, a.Numbers, b, result, columns);
    }

    // Block by block: the 64 rows of b that a block meets stay in the fastest cache for all rows of the result.
    private static void Multiply<TRaw, TElement>(
        SparseRows a, ReadOnlySpan<TRaw> elements, ReadOnlySpan<double> b, Span<double> result, int columns)
        where TRaw : struct
        where TElement : struct, IElement<TRaw>
    {
        result[..(a.Rows * columns)].Clear();
        if (a.Rows == 0)
            return;
        for (var block = 0; block < a.Blocks; block++)
        {
            var first = block * Block;
            Dispatch<TRaw, TElement>(new SparseOperands<TRaw>(a.Masks(block), elements[first..], a.Columns, 1, b[(first * columns)..], result, columns));
        }
    }

    // The same with the roles of rows and columns swapped: 64 rows of a meet 64 of its columns.
    private static void MultiplyTransposed<TRaw, TElement>(
        SparseRows a, ReadOnlySpan<TRaw> elements, ReadOnlySpan<double> b, Span<double> result, int columns)
        where TRaw : struct
        where TElement : struct, IElement<TRaw>
    {
        Span<ulong> masks = stackalloc ulong[Block];
        for (var block = 0; block < a.Blocks; block++)
        {
            var first = block * Block;
            var width = Math.Min(Block, a.Columns - first);
            var target = result.Slice(first * columns, width * columns);
            target.Clear();
            for (var row = 0; row < a.Rows; row += Block)
            {
                BitMatrix.Transpose(a.Masks(block)[row..Math.Min(row + Block, a.Rows)], masks);
                Dispatch<TRaw, TElement>(new SparseOperands<TRaw>(
                    masks[..width], elements[((row * a.Columns) + first)..], 1, a.Columns, b[(row * columns)..], target, columns));
            }
        }
    }

    private static void Dispatch<TRaw, TElement>(in SparseOperands<TRaw> operands)
        where TRaw : struct
        where TElement : struct, IElement<TRaw>
    {
        if (operands.Columns == 0)
            return;
        if (Vector512.IsHardwareAccelerated && operands.Columns >= Lanes512.Count)
            Run<TRaw, TElement, Vector512<double>, Lanes512>(operands);
        else if (Vector256.IsHardwareAccelerated && operands.Columns >= Lanes256.Count)
            Run<TRaw, TElement, Vector256<double>, Lanes256>(operands);
        else if (Vector128.IsHardwareAccelerated && operands.Columns >= Lanes128.Count)
            Run<TRaw, TElement, Vector128<double>, Lanes128>(operands);
        else
            Run<TRaw, TElement, double, Lanes64>(operands);
    }

    private static void Run<TRaw, TElement, TVector, TLanes>(in SparseOperands<TRaw> operands)
        where TRaw : struct
        where TElement : struct, IElement<TRaw>
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        var vectors = (operands.Columns + TLanes.Count - 1) / TLanes.Count;
        var stripes = (vectors + MostVectors - 1) / MostVectors;
        var width = (vectors + stripes - 1) / stripes;
        for (var vector = 0; vector < vectors; vector += width)
        {
            var here = Math.Min(width, vectors - vector);
            var first = vector * TLanes.Count;
            var last = Math.Min(first + ((here - 1) * TLanes.Count), operands.Columns - TLanes.Count);
            switch (here)
            {
                case 8: SparseTile.Run<TRaw, TElement, TVector, TLanes, OneByEight>(operands, first, last); break;
                case 7: SparseTile.Run<TRaw, TElement, TVector, TLanes, OneBySeven>(operands, first, last); break;
                case 6: SparseTile.Run<TRaw, TElement, TVector, TLanes, OneBySix>(operands, first, last); break;
                case 5: SparseTile.Run<TRaw, TElement, TVector, TLanes, OneByFive>(operands, first, last); break;
                case 4: SparseTile.Run<TRaw, TElement, TVector, TLanes, OneByFour>(operands, first, last); break;
                case 3: SparseTile.Run<TRaw, TElement, TVector, TLanes, OneByThree>(operands, first, last); break;
                case 2: SparseTile.Run<TRaw, TElement, TVector, TLanes, OneByTwo>(operands, first, last); break;
                default: SparseTile.Run<TRaw, TElement, TVector, TLanes, OneByOne>(operands, last, last); break;
            }
        }
    }
}
