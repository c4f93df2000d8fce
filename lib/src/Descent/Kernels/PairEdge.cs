using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Descent.Kernels;

/// <summary>
/// The last two columns of four rows of a dense product in one register of eight: row 0, 1, 0, 1, 2, 3, 2, 3, where the first, second, fifth
/// and sixth belong to the first column. A vector of their own would be three quarters waste: an eighth of all work for 50 columns.
/// </summary>
internal static class PairEdge
{
    public const int Columns = 2;

    public static bool IsSupported => Avx512F.IsSupported;

    /// <summary>Adds the next element of each row, which fills a vector, times the next two of the right operand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(
        Vector512<double> a0, Vector512<double> a1, Vector512<double> a2, Vector512<double> a3, ref double pair, Vector512<double> sum)
    {
        var rows = Avx512F.InsertVector256(Avx512F.UnpackLow(a0, a1), Avx512F.UnpackLow(a2, a3).GetLower(), 1);
        var columns = Avx512F.PermuteVar8x64(
            Vector128.LoadUnsafe(ref pair).ToVector256Unsafe().ToVector512Unsafe(), Vector512.Create(0L, 0, 1, 1, 0, 0, 1, 1));
        return Vector512.MultiplyAddEstimate(rows, columns, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> sum, ref double result, nuint rowStride)
    {
        Store(sum[0], sum[2], ref result);
        Store(sum[1], sum[3], ref Unsafe.Add(ref result, rowStride));
        Store(sum[4], sum[6], ref Unsafe.Add(ref result, 2 * rowStride));
        Store(sum[5], sum[7], ref Unsafe.Add(ref result, 3 * rowStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(double left, double right, ref double result)
    {
        result = left;
        Unsafe.Add(ref result, 1) = right;
    }
}
