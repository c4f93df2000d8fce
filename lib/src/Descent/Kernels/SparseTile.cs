using System.Numerics;
using System.Runtime.CompilerServices;

namespace Descent.Kernels;

/// <summary>How an element of a sparse matrix becomes a number.</summary>
internal interface IElement<TRaw>
    where TRaw : struct
{
    static abstract double ToNumber(TRaw raw, ref double units);
}

internal readonly struct NumberElement : IElement<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToNumber(double raw, ref double units) => raw;
}

internal readonly struct PixelElement : IElement<byte>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToNumber(byte raw, ref double units) => Unsafe.Add(ref units, raw);
}

/// <summary>
/// Adds to each row of a stripe of the result up to 64 rows of the right operand, each times an element of the left one. A
/// row of the stripe stays in registers meanwhile: up to 8 vectors, enough independent chains to hide most of the latency of a
/// multiply-add.
/// </summary>
internal static class SparseTile
{
    /// <summary>The stripe's vectors start at column <paramref name="first"/> and follow each other, but for the last one, which
    /// starts at <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TRaw, TElement, TVector, TLanes, TShape>(in SparseOperands<TRaw> operands, int first, int last)
        where TRaw : struct
        where TElement : struct, IElement<TRaw>
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TShape : struct, ITileShape
    {
        var lanes = (nuint)TLanes.Count;
        var end = (nuint)(last - first);
        var columns = (nuint)operands.Columns;
        var innerStride = operands.InnerStride;
        ref var units = ref operands.Units;
        ref var right = ref Unsafe.Add(ref operands.Right, first);
        ref var target = ref Unsafe.Add(ref operands.Result, first);
        ref var left = ref operands.Left;
        foreach (var rowMask in operands.Masks)
        {
            if (rowMask != 0)
            {
                TVector c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
                var c0 = TLanes.Load(ref target, 0);
                if (TShape.Vectors >= 2)
                    c1 = TLanes.Load(ref target, TShape.Vectors == 2 ? end : lanes);
                if (TShape.Vectors >= 3)
                    c2 = TLanes.Load(ref target, TShape.Vectors == 3 ? end : 2 * lanes);
                if (TShape.Vectors >= 4)
                    c3 = TLanes.Load(ref target, TShape.Vectors == 4 ? end : 3 * lanes);
                if (TShape.Vectors >= 5)
                    c4 = TLanes.Load(ref target, TShape.Vectors == 5 ? end : 4 * lanes);
                if (TShape.Vectors >= 6)
                    c5 = TLanes.Load(ref target, TShape.Vectors == 6 ? end : 5 * lanes);
                if (TShape.Vectors >= 7)
                    c6 = TLanes.Load(ref target, TShape.Vectors == 7 ? end : 6 * lanes);
                if (TShape.Vectors >= 8)
                    c7 = TLanes.Load(ref target, end);
                for (var mask = rowMask; mask != 0; mask &= mask - 1)
                {
                    var inner = (nuint)BitOperations.TrailingZeroCount(mask);
                    var value = TLanes.Broadcast(TElement.ToNumber(Unsafe.Add(ref left, inner * innerStride), ref units));
                    ref var from = ref Unsafe.Add(ref right, inner * columns);
                    c0 = TLanes.MultiplyAdd(value, TLanes.Load(ref from, 0), c0);
                    if (TShape.Vectors >= 2)
                        c1 = TLanes.MultiplyAdd(value, TLanes.Load(ref from, TShape.Vectors == 2 ? end : lanes), c1);
                    if (TShape.Vectors >= 3)
                        c2 = TLanes.MultiplyAdd(value, TLanes.Load(ref from, TShape.Vectors == 3 ? end : 2 * lanes), c2);
                    if (TShape.Vectors >= 4)
                        c3 = TLanes.MultiplyAdd(value, TLanes.Load(ref from, TShape.Vectors == 4 ? end : 3 * lanes), c3);
                    if (TShape.Vectors >= 5)
                        c4 = TLanes.MultiplyAdd(value, TLanes.Load(ref from, TShape.Vectors == 5 ? end : 4 * lanes), c4);
                    if (TShape.Vectors >= 6)
                        c5 = TLanes.MultiplyAdd(value, TLanes.Load(ref from, TShape.Vectors == 6 ? end : 5 * lanes), c5);
                    if (TShape.Vectors >= 7)
                        c6 = TLanes.MultiplyAdd(value, TLanes.Load(ref from, TShape.Vectors == 7 ? end : 6 * lanes), c6);
                    if (TShape.Vectors >= 8)
                        c7 = TLanes.MultiplyAdd(value, TLanes.Load(ref from, end), c7);
                }

                TLanes.Store(c0, ref target, 0);
                if (TShape.Vectors >= 2)
                    TLanes.Store(c1, ref target, TShape.Vectors == 2 ? end : lanes);
                if (TShape.Vectors >= 3)
                    TLanes.Store(c2, ref target, TShape.Vectors == 3 ? end : 2 * lanes);
                if (TShape.Vectors >= 4)
                    TLanes.Store(c3, ref target, TShape.Vectors == 4 ? end : 3 * lanes);
                if (TShape.Vectors >= 5)
                    TLanes.Store(c4, ref target, TShape.Vectors == 5 ? end : 4 * lanes);
                if (TShape.Vectors >= 6)
                    TLanes.Store(c5, ref target, TShape.Vectors == 6 ? end : 5 * lanes);
                if (TShape.Vectors >= 7)
                    TLanes.Store(c6, ref target, TShape.Vectors == 7 ? end : 6 * lanes);
                if (TShape.Vectors >= 8)
                    TLanes.Store(c7, ref target, end);
            }

            left = ref Unsafe.Add(ref left, operands.RowStride);
            target = ref Unsafe.Add(ref target, columns);
        }
    }
}
