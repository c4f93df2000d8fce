using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Descent;

/// <summary>
/// The inner products of a panel of 32 byte rows with a group of 8 queries, in 32-bit integers.
/// </summary>
/// <remarks>
/// Both are laid out by pairs of features. For each pair the panel has 64 bytes (row 0's two, row 1's two, …) and the
/// group has 8 integers, each holding a query's two features as 16-bit halves. So one lane of an accumulator belongs to one row
/// and no sum is ever taken across lanes. Integers make every path below give the same products.
/// Each path is compiled optimised at once: the first search is over before the runtime would get round to it.
/// </remarks>
internal static unsafe class IntegerProducts
{
    public const int PanelRows = 32;
    public const int GroupQueries = 8;
    public const int PanelStride = 2 * PanelRows;

    /// <summary>Fills <paramref name="products"/>, 8 queries × 32 rows.</summary>
    public static void Compute(byte* panel, int* group, int pairs, int* products)
    {
        if (Avx512BW.IsSupported)
            WithAvx512(panel, group, pairs, products);
        else if (Avx2.IsSupported)
            WithAvx2(panel, group, pairs, products);
        else
            Portable(panel, group, pairs, products);
    }

    /// <summary>All 8 queries against all 32 rows: 16 accumulators of 16 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WithAvx512(byte* panel, int* group, int pairs, int* products)
    {
        Vector512<int> low0 = default, low1 = default, low2 = default, low3 = default;
        Vector512<int> low4 = default, low5 = default, low6 = default, low7 = default;
        Vector512<int> high0 = default, high1 = default, high2 = default, high3 = default;
        Vector512<int> high4 = default, high5 = default, high6 = default, high7 = default;
        for (var pair = 0; pair < pairs; pair++, panel += PanelStride, group += GroupQueries)
        {
            var low = Avx512BW.ConvertToVector512Int16(Vector256.Load(panel));
            var high = Avx512BW.ConvertToVector512Int16(Vector256.Load(panel + 32));
            Accumulate(group[0], low, high, ref low0, ref high0);
            Accumulate(group[1], low, high, ref low1, ref high1);
            Accumulate(group[2], low, high, ref low2, ref high2);
            Accumulate(group[3], low, high, ref low3, ref high3);
            Accumulate(group[4], low, high, ref low4, ref high4);
            Accumulate(group[5], low, high, ref low5, ref high5);
            Accumulate(group[6], low, high, ref low6, ref high6);
            Accumulate(group[7], low, high, ref low7, ref high7);
        }

        Store(products, 0, low0, high0);
        Store(products, 1, low1, high1);
        Store(products, 2, low2, high2);
        Store(products, 3, low3, high3);
        Store(products, 4, low4, high4);
        Store(products, 5, low5, high5);
        Store(products, 6, low6, high6);
        Store(products, 7, low7, high7);
    }

    /// <summary>Four queries against 16 rows at a time: 8 accumulators, since there are only 16 registers.</summary>
    public static void WithAvx2(byte* panel, int* group, int pairs, int* products)
    {
        for (var row = 0; row < PanelRows; row += 16)
        {
            for (var query = 0; query < GroupQueries; query += 4)
                Quarter(panel + 2 * row, group + query, pairs, products + query * PanelRows + row);
        }
    }

    /// <summary>Any processor: splits the pairs into 32-bit lanes and lets <see cref="Vector128"/> find the
    /// instructions.</summary>
    public static void Portable(byte* panel, int* group, int pairs, int* products)
    {
        for (var row = 0; row < PanelRows; row += 8)
        {
            for (var query = 0; query < GroupQueries; query += 4)
                Eighth(panel + 2 * row, group + query, pairs, products + query * PanelRows + row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Quarter(byte* panel, int* group, int pairs, int* products)
    {
        Vector256<int> low0 = default, low1 = default, low2 = default, low3 = default;
        Vector256<int> high0 = default, high1 = default, high2 = default, high3 = default;
        for (var pair = 0; pair < pairs; pair++, panel += PanelStride, group += GroupQueries)
        {
            var low = Avx2.ConvertToVector256Int16(Vector128.Load(panel));
            var high = Avx2.ConvertToVector256Int16(Vector128.Load(panel + 16));
            Accumulate(group[0], low, high, ref low0, ref high0);
            Accumulate(group[1], low, high, ref low1, ref high1);
            Accumulate(group[2], low, high, ref low2, ref high2);
            Accumulate(group[3], low, high, ref low3, ref high3);
        }

        Store(products, 0, low0, high0);
        Store(products, 1, low1, high1);
        Store(products, 2, low2, high2);
        Store(products, 3, low3, high3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eighth(byte* panel, int* group, int pairs, int* products)
    {
        Vector128<int> low0 = default, low1 = default, low2 = default, low3 = default;
        Vector128<int> high0 = default, high1 = default, high2 = default, high3 = default;
        for (var pair = 0; pair < pairs; pair++, panel += PanelStride, group += GroupQueries)
        {
            var (low, high) = Vector128.Widen(Vector128.Load(panel).AsUInt16());
            Accumulate(group[0], low.AsInt32(), high.AsInt32(), ref low0, ref high0);
            Accumulate(group[1], low.AsInt32(), high.AsInt32(), ref low1, ref high1);
            Accumulate(group[2], low.AsInt32(), high.AsInt32(), ref low2, ref high2);
            Accumulate(group[3], low.AsInt32(), high.AsInt32(), ref low3, ref high3);
        }

        Store(products, 0, low0, high0);
        Store(products, 1, low1, high1);
        Store(products, 2, low2, high2);
        Store(products, 3, low3, high3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(
        int query, Vector512<short> low, Vector512<short> high, ref Vector512<int> lowSum, ref Vector512<int> highSum)
    {
        var pair = Vector512.Create(query).AsInt16();
        lowSum += Avx512BW.MultiplyAddAdjacent(low, pair);
        highSum += Avx512BW.MultiplyAddAdjacent(high, pair);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(
        int query, Vector256<short> low, Vector256<short> high, ref Vector256<int> lowSum, ref Vector256<int> highSum)
    {
        var pair = Vector256.Create(query).AsInt16();
        lowSum += Avx2.MultiplyAddAdjacent(low, pair);
        highSum += Avx2.MultiplyAddAdjacent(high, pair);
    }

    /// <summary>A lane holds a row's two bytes as <c>first + 256·second</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(
        int query, Vector128<int> low, Vector128<int> high, ref Vector128<int> lowSum, ref Vector128<int> highSum)
    {
        var firstByte = Vector128.Create(0xFF);
        var first = Vector128.Create(query & 0xFFFF);
        var second = Vector128.Create(query >> 16);
        lowSum += (low & firstByte) * first + (low >>> 8) * second;
        highSum += (high & firstByte) * first + (high >>> 8) * second;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* products, int query, Vector512<int> low, Vector512<int> high)
    {
        low.Store(products + query * PanelRows);
        high.Store(products + query * PanelRows + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* products, int query, Vector256<int> low, Vector256<int> high)
    {
        low.Store(products + query * PanelRows);
        high.Store(products + query * PanelRows + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* products, int query, Vector128<int> low, Vector128<int> high)
    {
        low.Store(products + query * PanelRows);
        high.Store(products + query * PanelRows + 4);
    }
}
