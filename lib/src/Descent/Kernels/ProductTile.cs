using System.Runtime.CompilerServices;

namespace Descent.Kernels;

/// <summary>
/// One tile of a dense product, held in registers from the first inner index to the last: up to 5 rows × 4 vectors, which
/// is 20 accumulators and enough independent chains to hide the latency of a multiply-add.
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
        TVector c00 = default, c01 = default, c02 = default, c03 = default;
        TVector c10 = default, c11 = default, c12 = default, c13 = default;
        TVector c20 = default, c21 = default, c22 = default, c23 = default;
        TVector c30 = default, c31 = default, c32 = default, c33 = default;
        TVector c40 = default, c41 = default, c42 = default, c43 = default;

        var columns = (nuint)operands.Columns;
        var stride = operands.RowStride;
        var lanes = (nuint)TLanes.Count;
        ref var a0 = ref Unsafe.Add(ref operands.A, (nuint)row * stride);
        ref var a1 = ref a0;
        ref var a2 = ref a0;
        ref var a3 = ref a0;
        ref var a4 = ref a0;
        if (TShape.Rows >= 5)
        {
            a1 = ref Unsafe.Add(ref a0, stride);
            a2 = ref Unsafe.Add(ref a1, stride);
            a3 = ref Unsafe.Add(ref a2, stride);
            a4 = ref Unsafe.Add(ref a3, stride);
        }

        ref var b = ref Unsafe.Add(ref operands.B, first);
        var end = (nuint)(last - first);
        nuint across = 0;
        nuint down = 0;
        for (var k = operands.Inner; k > 0; k--)
        {
            var b0 = TLanes.Load(ref b, down);
            TVector b1 = default, b2 = default, b3 = default;
            if (TShape.Vectors >= 2)
                b1 = TLanes.Load(ref b, down + (TShape.Vectors == 2 ? end : lanes));
            if (TShape.Vectors >= 3)
                b2 = TLanes.Load(ref b, down + (TShape.Vectors == 3 ? end : 2 * lanes));
            if (TShape.Vectors >= 4)
                b3 = TLanes.Load(ref b, down + end);

            Accumulate<TVector, TLanes, TShape>(Unsafe.Add(ref a0, across), b0, b1, b2, b3, ref c00, ref c01, ref c02, ref c03);
            if (TShape.Rows >= 5)
            {
                Accumulate<TVector, TLanes, TShape>(Unsafe.Add(ref a1, across), b0, b1, b2, b3, ref c10, ref c11, ref c12, ref c13);
                Accumulate<TVector, TLanes, TShape>(Unsafe.Add(ref a2, across), b0, b1, b2, b3, ref c20, ref c21, ref c22, ref c23);
                Accumulate<TVector, TLanes, TShape>(Unsafe.Add(ref a3, across), b0, b1, b2, b3, ref c30, ref c31, ref c32, ref c33);
                Accumulate<TVector, TLanes, TShape>(Unsafe.Add(ref a4, across), b0, b1, b2, b3, ref c40, ref c41, ref c42, ref c43);
            }

            across += operands.InnerStride;
            down += columns;
        }

        ref var result = ref Unsafe.Add(ref operands.Result, ((nuint)row * columns) + (nuint)first);
        Store<TVector, TLanes, TShape>(ref result, end, c00, c01, c02, c03);
        if (TShape.Rows >= 5)
        {
            Store<TVector, TLanes, TShape>(ref Unsafe.Add(ref result, columns), end, c10, c11, c12, c13);
            Store<TVector, TLanes, TShape>(ref Unsafe.Add(ref result, 2 * columns), end, c20, c21, c22, c23);
            Store<TVector, TLanes, TShape>(ref Unsafe.Add(ref result, 3 * columns), end, c30, c31, c32, c33);
            Store<TVector, TLanes, TShape>(ref Unsafe.Add(ref result, 4 * columns), end, c40, c41, c42, c43);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate<TVector, TLanes, TShape>(
        double left,
        TVector b0,
        TVector b1,
        TVector b2,
        TVector b3,
        ref TVector c0,
        ref TVector c1,
        ref TVector c2,
        ref TVector c3)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TShape : struct, ITileShape
    {
        var a = TLanes.Broadcast(left);
        c0 = TLanes.MultiplyAdd(a, b0, c0);
        if (TShape.Vectors >= 2)
            c1 = TLanes.MultiplyAdd(a, b1, c1);
        if (TShape.Vectors >= 3)
            c2 = TLanes.MultiplyAdd(a, b2, c2);
        if (TShape.Vectors >= 4)
            c3 = TLanes.MultiplyAdd(a, b3, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVector, TLanes, TShape>(
        ref double result, nuint end, TVector c0, TVector c1, TVector c2, TVector c3)
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
            TLanes.Store(c3, ref result, end);
    }
}
