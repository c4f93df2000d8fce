using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Descent.Kernels;

/// <summary>
/// The dense product of row-major matrices. Every output is one chain of multiply-adds from 0 in the order of the inner
/// index, so its bits depend neither on the vector width nor on the tiling. <see cref="PlainProduct"/> is the same in plain
/// loops.
/// </summary>
internal static class MatrixProduct
{
    /// <summary><c>result = a · b</c> with a: rows×inner, b: inner×columns, result: rows×columns.</summary>
    public static void Multiply(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result, int rows, int inner, int columns) =>
        Dispatch(new Operands(a, inner, 1, b, result, rows, inner, columns));

    /// <summary><c>result = aᵀ · b</c> with a: inner×rows, b: inner×columns, result: rows×columns.</summary>
    public static void MultiplyTransposed(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result, int rows, int inner, int columns) =>
        Dispatch(new Operands(a, 1, rows, b, result, rows, inner, columns));

    private static void Dispatch(in Operands operands)
    {
        if (operands.Rows == 0 || operands.Columns == 0)
            return;

        // Fewer columns than lanes: a narrower register, never a mask.
        if (Vector512.IsHardwareAccelerated && operands.Columns >= Lanes512.Count)
            Run<Vector512<double>, Lanes512>(operands);
        else if (Vector256.IsHardwareAccelerated && operands.Columns >= Lanes256.Count)
            Run<Vector256<double>, Lanes256>(operands);
        else if (Vector128.IsHardwareAccelerated && operands.Columns >= Lanes128.Count)
            Run<Vector128<double>, Lanes128>(operands);
        else
            Run<double, Lanes64>(operands);
    }

    private static void Run<TVector, TLanes>(in Operands operands)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        var whole = operands.Columns / TLanes.Count;
        var behind = operands.Columns % TLanes.Count;
        var vectors = behind == 0 ? whole : whole + 1;
        var fours = operands.Rows / 4 * 4;

        // One or two columns behind the last whole vector have a way of their own; more get a vector that overlaps its neighbour.
        if (TLanes.Count == Lanes512.Count && PairEdge.IsSupported && behind is 1 or 2)
            Stripes<TVector, TLanes>(operands, 0, fours, whole, hasPairEdge: true);
        else
            Stripes<TVector, TLanes>(operands, 0, fours, vectors, hasPairEdge: false);
        Stripes<TVector, TLanes>(operands, fours, operands.Rows, vectors, hasPairEdge: false);
    }

    private static void Stripes<TVector, TLanes>(in Operands operands, int from, int to, int vectors, bool hasPairEdge)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        var stripes = (vectors + TLanes.TileVectors - 1) / TLanes.TileVectors;
        var width = (vectors + stripes - 1) / stripes;
        for (var vector = 0; vector < vectors; vector += width)
        {
            var here = Math.Min(width, vectors - vector);
            var first = vector * TLanes.Count;
            // The last vector of the matrix overlaps its neighbour rather than reach past the row's end.
            var last = Math.Min(first + ((here - 1) * TLanes.Count), operands.Columns - TLanes.Count);
            var row = from;
            for (; row + 4 <= to; row += 4)
            {
                if (hasPairEdge && vector + here == vectors)
                    FourRowsAndPairEdge<TVector, TLanes>(operands, row, here, first, last);
                else
                    FourRows<TVector, TLanes>(operands, row, here, first, last);
            }

            for (; row < to; row++)
                OneRow<TVector, TLanes>(operands, row, here, first, last);
        }
    }

    private static void FourRows<TVector, TLanes>(in Operands operands, int row, int width, int first, int last)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        switch (width)
        {
            case 6: ProductTile.Run<TVector, TLanes, FourBySix>(operands, row, first, last); break;
            case 5: ProductTile.Run<TVector, TLanes, FourByFive>(operands, row, first, last); break;
            case 4: ProductTile.Run<TVector, TLanes, FourByFour>(operands, row, first, last); break;
            case 3: ProductTile.Run<TVector, TLanes, FourByThree>(operands, row, first, last); break;
            case 2: ProductTile.Run<TVector, TLanes, FourByTwo>(operands, row, first, last); break;
            default: ProductTile.Run<TVector, TLanes, FourByOne>(operands, row, last, last); break;
        }
    }

    private static void FourRowsAndPairEdge<TVector, TLanes>(in Operands operands, int row, int width, int first, int last)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        switch (width)
        {
            case 6: ProductTile.Run<TVector, TLanes, AndPairEdge<FourBySix>>(operands, row, first, last); break;
            case 5: ProductTile.Run<TVector, TLanes, AndPairEdge<FourByFive>>(operands, row, first, last); break;
            case 4: ProductTile.Run<TVector, TLanes, AndPairEdge<FourByFour>>(operands, row, first, last); break;
            case 3: ProductTile.Run<TVector, TLanes, AndPairEdge<FourByThree>>(operands, row, first, last); break;
            case 2: ProductTile.Run<TVector, TLanes, AndPairEdge<FourByTwo>>(operands, row, first, last); break;
            default: ProductTile.Run<TVector, TLanes, AndPairEdge<FourByOne>>(operands, row, last, last); break;
        }
    }

    private static void OneRow<TVector, TLanes>(in Operands operands, int row, int width, int first, int last)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        switch (width)
        {
            case 6: ProductTile.Run<TVector, TLanes, OneBySix>(operands, row, first, last); break;
            case 5: ProductTile.Run<TVector, TLanes, OneByFive>(operands, row, first, last); break;
            case 4: ProductTile.Run<TVector, TLanes, OneByFour>(operands, row, first, last); break;
            case 3: ProductTile.Run<TVector, TLanes, OneByThree>(operands, row, first, last); break;
            case 2: ProductTile.Run<TVector, TLanes, OneByTwo>(operands, row, first, last); break;
            default: ProductTile.Run<TVector, TLanes, OneByOne>(operands, row, last, last); break;
        }
    }

    /// <summary>What a tile needs to find its numbers; the left operand's strides tell a matrix from its transpose.</summary>
    internal readonly ref struct Operands
    {
        public readonly ref double A;
        public readonly ref double B;
        public readonly ref double Result;
        public readonly nuint RowStride;
        public readonly nuint InnerStride;
        public readonly int Rows;
        public readonly int Inner;
        public readonly int Columns;

        public Operands(
            ReadOnlySpan<double> a,
            int rowStride,
            int innerStride,
            ReadOnlySpan<double> b,
            Span<double> result,
            int rows,
            int inner,
            int columns)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rows);
            ArgumentOutOfRangeException.ThrowIfNegative(inner);
            ArgumentOutOfRangeException.ThrowIfNegative(columns);

            // The tiles address memory without bounds checks, so these stand in for all of them.
            ArgumentOutOfRangeException.ThrowIfLessThan(a.Length, checked(rows * inner), nameof(a));
            ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, checked(inner * columns), nameof(b));
            ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, checked(rows * columns), nameof(result));
            A = ref MemoryMarshal.GetReference(a);
            B = ref MemoryMarshal.GetReference(b);
            Result = ref MemoryMarshal.GetReference(result);
            RowStride = (nuint)rowStride;
            InnerStride = (nuint)innerStride;
            Rows = rows;
            Inner = inner;
            Columns = columns;
        }
    }
}
