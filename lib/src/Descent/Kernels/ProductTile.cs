using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Descent.Kernels;

/// <summary>
/// One tile of a dense product, held in registers from the first inner index to the last: up to 4 rows × 6 vectors, which
/// is 24 accumulators and enough independent chains to hide the latency of a multiply-add.
/// </summary>
internal static class ProductTile
{
    /// <summary>Computes the outputs of <typeparamref name="TShape"/> from <paramref name="row"/> on. Its vectors start at
    /// column <paramref name="first"/> and follow each other, but for the last one, which starts at <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TVector, TLanes, TShape>(in MatrixProduct.Operands operands, int row, int first, int last)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TShape : struct, ITileShape
    {
        TVector c00 = default, c01 = default, c02 = default, c03 = default, c04 = default, c05 = default;
        TVector c10 = default, c11 = default, c12 = default, c13 = default, c14 = default, c15 = default;
        TVector c20 = default, c21 = default, c22 = default, c23 = default, c24 = default, c25 = default;
        TVector c30 = default, c31 = default, c32 = default, c33 = default, c34 = default, c35 = default;
        var edge = Vector512<double>.Zero;

        var columns = (nuint)operands.Columns;
        var stride = operands.RowStride;
        var innerStride = operands.InnerStride;
        var lanes = (nuint)TLanes.Count;
        var end = (nuint)(last - first);
        ref var left0 = ref Unsafe.Add(ref operands.A, (nuint)row * stride);
        ref var left1 = ref left0;
        ref var left2 = ref left0;
        ref var left3 = ref left0;
        if (TShape.Rows == 4)
        {
            left1 = ref Unsafe.Add(ref left0, stride);
            left2 = ref Unsafe.Add(ref left1, stride);
            left3 = ref Unsafe.Add(ref left2, stride);
        }

        ref var right = ref Unsafe.Add(ref operands.B, first);
        ref var rightEdge = ref Unsafe.Add(ref operands.B, columns - PairEdge.Columns);
        nuint across = 0;
        nuint down = 0;
        for (var k = operands.Inner; k > 0; k--)
        {
            var a0 = TLanes.Broadcast(Unsafe.Add(ref left0, across));
            TVector a1 = default, a2 = default, a3 = default;
            if (TShape.Rows == 4)
            {
                a1 = TLanes.Broadcast(Unsafe.Add(ref left1, across));
                a2 = TLanes.Broadcast(Unsafe.Add(ref left2, across));
                a3 = TLanes.Broadcast(Unsafe.Add(ref left3, across));
            }

            if (TShape.HasPairEdge)
                edge = PairEdge.MultiplyAdd(Wide(a0), Wide(a1), Wide(a2), Wide(a3), ref Unsafe.Add(ref rightEdge, down), edge);

            ref var from = ref Unsafe.Add(ref right, down);
            Accumulate<TVector, TLanes, TShape>(TLanes.Load(ref from, 0), a0, a1, a2, a3, ref c00, ref c10, ref c20, ref c30);
            if (TShape.Vectors >= 2)
                Accumulate<TVector, TLanes, TShape>(TLanes.Load(ref from, TShape.Vectors == 2 ? end : lanes), a0, a1, a2, a3, ref c01, ref c11, ref c21, ref c31);
            if (TShape.Vectors >= 3)
                Accumulate<TVector, TLanes, TShape>(TLanes.Load(ref from, TShape.Vectors == 3 ? end : 2 * lanes), a0, a1, a2, a3, ref c02, ref c12, ref c22, ref c32);
            if (TShape.Vectors >= 4)
                Accumulate<TVector, TLanes, TShape>(TLanes.Load(ref from, TShape.Vectors == 4 ? end : 3 * lanes), a0, a1, a2, a3, ref c03, ref c13, ref c23, ref c33);
            if (TShape.Vectors >= 5)
                Accumulate<TVector, TLanes, TShape>(TLanes.Load(ref from, TShape.Vectors == 5 ? end : 4 * lanes), a0, a1, a2, a3, ref c04, ref c14, ref c24, ref c34);
            if (TShape.Vectors >= 6)
                Accumulate<TVector, TLanes, TShape>(TLanes.Load(ref from, end), a0, a1, a2, a3, ref c05, ref c15, ref c25, ref c35);
            across += innerStride;
            down += columns;
        }

        ref var result = ref Unsafe.Add(ref operands.Result, ((nuint)row * columns) + (nuint)first);
        Store<TVector, TLanes, TShape>(ref result, end, c00, c01, c02, c03, c04, c05);
        if (TShape.Rows == 4)
        {
            Store<TVector, TLanes, TShape>(ref Unsafe.Add(ref result, columns), end, c10, c11, c12, c13, c14, c15);
            Store<TVector, TLanes, TShape>(ref Unsafe.Add(ref result, 2 * columns), end, c20, c21, c22, c23, c24, c25);
            Store<TVector, TLanes, TShape>(ref Unsafe.Add(ref result, 3 * columns), end, c30, c31, c32, c33, c34, c35);
        }

        if (TShape.HasPairEdge)
            PairEdge.Store(edge, ref Unsafe.Add(ref operands.Result, ((nuint)row * columns) + columns - PairEdge.Columns), columns);
    }

    // Only shapes with a pair edge come here, and their vectors are of this kind.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Wide<TVector>(TVector vector)
        where TVector : struct =>
        Unsafe.BitCast<TVector, Vector512<double>>(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate<TVector, TLanes, TShape>(
        TVector b,
        TVector a0,
        TVector a1,
        TVector a2,
        TVector a3,
        ref TVector c0,
        ref TVector c1,
        ref TVector c2,
        ref TVector c3)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TShape : struct, ITileShape
    {
        c0 = TLanes.MultiplyAdd(a0, b, c0);
        if (TShape.Rows == 4)
        {
            c1 = TLanes.MultiplyAdd(a1, b, c1);
            c2 = TLanes.MultiplyAdd(a2, b, c2);
            c3 = TLanes.MultiplyAdd(a3, b, c3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVector, TLanes, TShape>(
        ref double result, nuint end, TVector c0, TVector c1, TVector c2, TVector c3, TVector c4, TVector c5)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TShape : struct, ITileShape
    {
        var lanes = (nuint)TLanes.Count;
        TLanes.Store(c0, ref result, 0);
        if (TShape.Vectors >= 2)
            TLanes.Store(c1, ref result, TShape.Vectors == 2 ? end : lanes);
        if (TShape.Vectors >= 3)
            TLanes.Store(c2, ref result, TShape.Vectors == 3 ? end : 2 * lanes);
        if (TShape.Vectors >= 4)
            TLanes.Store(c3, ref result, TShape.Vectors == 4 ? end : 3 * lanes);
        if (TShape.Vectors >= 5)
            TLanes.Store(c4, ref result, TShape.Vectors == 5 ? end : 4 * lanes);
        if (TShape.Vectors >= 6)
            TLanes.Store(c5, ref result, end);
    }
}
