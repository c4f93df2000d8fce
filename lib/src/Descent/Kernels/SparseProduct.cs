using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private const int MostVectors = 8;

    /// <summary><c>result = a · b</c> with b: a.Columns×columns and result: a.Rows×columns.</summary>
    public static void Multiply(SparseRows a, ReadOnlySpan<double> b, Span<double> result, int columns)
    {
        // The tiles address memory without bounds checks, so these stand in for all of them.
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, a.Columns * columns, nameof(b));
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, a.Rows * columns, nameof(result));
        if (a.Rows == 0 || columns == 0)
            return;

        if (Vector512.IsHardwareAccelerated && columns >= Lanes512.Count)
            Run<Vector512<double>, Lanes512>(a, b, result, columns);
        else if (Vector256.IsHardwareAccelerated && columns >= Lanes256.Count)
            Run<Vector256<double>, Lanes256>(a, b, result, columns);
        else if (Vector128.IsHardwareAccelerated && columns >= Lanes128.Count)
            Run<Vector128<double>, Lanes128>(a, b, result, columns);
        else
            Run<double, Lanes64>(a, b, result, columns);
    }

    private static void Run<TVector, TLanes>(SparseRows a, ReadOnlySpan<double> b, Span<double> result, int columns)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        var vectors = (columns + TLanes.Count - 1) / TLanes.Count;
        var tiles = (vectors + MostVectors - 1) / MostVectors;
        var width = (vectors + tiles - 1) / tiles;
        for (var vector = 0; vector < vectors; vector += width)
        {
            var here = Math.Min(width, vectors - vector);
            var first = vector * TLanes.Count;
            var last = Math.Min(first + ((here - 1) * TLanes.Count), columns - TLanes.Count);
            switch (here)
            {
                case 8: Tile<TVector, TLanes, OneByEight>(a, b, result, columns, first, last); break;
                case 7: Tile<TVector, TLanes, OneBySeven>(a, b, result, columns, first, last); break;
                case 6: Tile<TVector, TLanes, OneBySix>(a, b, result, columns, first, last); break;
                case 5: Tile<TVector, TLanes, OneByFive>(a, b, result, columns, first, last); break;
                case 4: Tile<TVector, TLanes, OneByFour>(a, b, result, columns, first, last); break;
                case 3: Tile<TVector, TLanes, OneByThree>(a, b, result, columns, first, last); break;
                case 2: Tile<TVector, TLanes, OneByTwo>(a, b, result, columns, first, last); break;
                default: Tile<TVector, TLanes, OneByOne>(a, b, result, columns, last, last); break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<TVector, TLanes, TShape>(
        SparseRows a, ReadOnlySpan<double> b, Span<double> result, int columns, int first, int last)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TShape : struct, ITileShape
    {
        var lanes = (nuint)TLanes.Count;
        var end = (nuint)(last - first);
        var starts = a.Starts;
        ref var positions = ref MemoryMarshal.GetReference(a.Positions);
        ref var values = ref MemoryMarshal.GetReference(a.Values);
        ref var right = ref Unsafe.Add(ref MemoryMarshal.GetReference(b), first);
        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetReference(result), first);

        for (var row = 0; row < a.Rows; row++)
        {
            TVector c0 = default, c1 = default, c2 = default, c3 = default;
            TVector c4 = default, c5 = default, c6 = default, c7 = default;
            for (var element = starts[row]; element < starts[row + 1]; element++)
            {
                var value = TLanes.Broadcast(Unsafe.Add(ref values, element));
                var offset = (nuint)(Unsafe.Add(ref positions, element) * columns);
                c0 = TLanes.MultiplyAdd(value, TLanes.Load(ref right, offset), c0);
                if (TShape.Vectors >= 2)
                    c1 = TLanes.MultiplyAdd(value, TLanes.Load(ref right, offset + (TShape.Vectors == 2 ? end : lanes)), c1);
                if (TShape.Vectors >= 3)
                    c2 = TLanes.MultiplyAdd(value, TLanes.Load(ref right, offset + (TShape.Vectors == 3 ? end : 2 * lanes)), c2);
                if (TShape.Vectors >= 4)
                    c3 = TLanes.MultiplyAdd(value, TLanes.Load(ref right, offset + (TShape.Vectors == 4 ? end : 3 * lanes)), c3);
                if (TShape.Vectors >= 5)
                    c4 = TLanes.MultiplyAdd(value, TLanes.Load(ref right, offset + (TShape.Vectors == 5 ? end : 4 * lanes)), c4);
                if (TShape.Vectors >= 6)
                    c5 = TLanes.MultiplyAdd(value, TLanes.Load(ref right, offset + (TShape.Vectors == 6 ? end : 5 * lanes)), c5);
                if (TShape.Vectors >= 7)
                    c6 = TLanes.MultiplyAdd(value, TLanes.Load(ref right, offset + (TShape.Vectors == 7 ? end : 6 * lanes)), c6);
                if (TShape.Vectors >= 8)
                    c7 = TLanes.MultiplyAdd(value, TLanes.Load(ref right, offset + end), c7);
            }

            var to = (nuint)row * (nuint)columns;
            TLanes.Store(c0, ref target, to);
            if (TShape.Vectors >= 2)
                TLanes.Store(c1, ref target, to + (TShape.Vectors == 2 ? end : lanes));
            if (TShape.Vectors >= 3)
                TLanes.Store(c2, ref target, to + (TShape.Vectors == 3 ? end : 2 * lanes));
            if (TShape.Vectors >= 4)
                TLanes.Store(c3, ref target, to + (TShape.Vectors == 4 ? end : 3 * lanes));
            if (TShape.Vectors >= 5)
                TLanes.Store(c4, ref target, to + (TShape.Vectors == 5 ? end : 4 * lanes));
            if (TShape.Vectors >= 6)
                TLanes.Store(c5, ref target, to + (TShape.Vectors == 6 ? end : 5 * lanes));
            if (TShape.Vectors >= 7)
                TLanes.Store(c6, ref target, to + (TShape.Vectors == 7 ? end : 6 * lanes));
            if (TShape.Vectors >= 8)
                TLanes.Store(c7, ref target, to + end);
        }
    }
}
