using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Descent.Compare;

/// <summary>
/// How many floating-point operations one core can do in a second, at most: fused multiply-adds on the widest registers, with
/// more independent accumulators than a unit has stages, and nothing to load or store.
/// </summary>
internal static class FusedPeak
{
    private const int Rounds = 100_000;
    private const int Accumulators = 12;

    /// <summary>The doubles in the widest accelerated register.</summary>
    public static int Lanes =>
        Vector512.IsHardwareAccelerated ? Vector512<double>.Count
        : Vector256.IsHardwareAccelerated ? Vector256<double>.Count
        : Vector128<double>.Count;

    /// <summary>The best of several short runs, in GFLOP/s; a multiply-add counts as two.</summary>
    public static double Measure()
    {
        Func<double> chains = Lanes switch { 8 => Chains512, 4 => Chains256, _ => Chains128 };
        var seconds = Clock.Shortest(() => chains(), runs: 20, repeats: 1);
        return 2.0 * Rounds * Accumulators * Lanes / seconds / 1e9;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Chains512()
    {
        var factor = Vector512.Create(0.999);
        var addend = Vector512.Create(0.001);
        Vector512<double> c0 = addend, c1 = addend, c2 = addend, c3 = addend, c4 = addend, c5 = addend;
        Vector512<double> c6 = addend, c7 = addend, c8 = addend, c9 = addend, c10 = addend, c11 = addend;
        for (var round = 0; round < Rounds; round++)
        {
            c0 = Vector512.FusedMultiplyAdd(c0, factor, addend);
            c1 = Vector512.FusedMultiplyAdd(c1, factor, addend);
            c2 = Vector512.FusedMultiplyAdd(c2, factor, addend);
            c3 = Vector512.FusedMultiplyAdd(c3, factor, addend);
            c4 = Vector512.FusedMultiplyAdd(c4, factor, addend);
            c5 = Vector512.FusedMultiplyAdd(c5, factor, addend);
            c6 = Vector512.FusedMultiplyAdd(c6, factor, addend);
            c7 = Vector512.FusedMultiplyAdd(c7, factor, addend);
            c8 = Vector512.FusedMultiplyAdd(c8, factor, addend);
            c9 = Vector512.FusedMultiplyAdd(c9, factor, addend);
            c10 = Vector512.FusedMultiplyAdd(c10, factor, addend);
            c11 = Vector512.FusedMultiplyAdd(c11, factor, addend);
        }

        return Vector512.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 + c11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Chains256()
    {
        var factor = Vector256.Create(0.999);
        var addend = Vector256.Create(0.001);
        Vector256<double> c0 = addend, c1 = addend, c2 = addend, c3 = addend, c4 = addend, c5 = addend;
        Vector256<double> c6 = addend, c7 = addend, c8 = addend, c9 = addend, c10 = addend, c11 = addend;
        for (var round = 0; round < Rounds; round++)
        {
            c0 = Vector256.FusedMultiplyAdd(c0, factor, addend);
            c1 = Vector256.FusedMultiplyAdd(c1, factor, addend);
            c2 = Vector256.FusedMultiplyAdd(c2, factor, addend);
            c3 = Vector256.FusedMultiplyAdd(c3, factor, addend);
            c4 = Vector256.FusedMultiplyAdd(c4, factor, addend);
            c5 = Vector256.FusedMultiplyAdd(c5, factor, addend);
            c6 = Vector256.FusedMultiplyAdd(c6, factor, addend);
            c7 = Vector256.FusedMultiplyAdd(c7, factor, addend);
            c8 = Vector256.FusedMultiplyAdd(c8, factor, addend);
            c9 = Vector256.FusedMultiplyAdd(c9, factor, addend);
            c10 = Vector256.FusedMultiplyAdd(c10, factor, addend);
            c11 = Vector256.FusedMultiplyAdd(c11, factor, addend);
        }

        return Vector256.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 + c11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Chains128()
    {
        var factor = Vector128.Create(0.999);
        var addend = Vector128.Create(0.001);
        Vector128<double> c0 = addend, c1 = addend, c2 = addend, c3 = addend, c4 = addend, c5 = addend;
        Vector128<double> c6 = addend, c7 = addend, c8 = addend, c9 = addend, c10 = addend, c11 = addend;
        for (var round = 0; round < Rounds; round++)
        {
            c0 = Vector128.FusedMultiplyAdd(c0, factor, addend);
            c1 = Vector128.FusedMultiplyAdd(c1, factor, addend);
            c2 = Vector128.FusedMultiplyAdd(c2, factor, addend);
            c3 = Vector128.FusedMultiplyAdd(c3, factor, addend);
            c4 = Vector128.FusedMultiplyAdd(c4, factor, addend);
            c5 = Vector128.FusedMultiplyAdd(c5, factor, addend);
            c6 = Vector128.FusedMultiplyAdd(c6, factor, addend);
            c7 = Vector128.FusedMultiplyAdd(c7, factor, addend);
            c8 = Vector128.FusedMultiplyAdd(c8, factor, addend);
            c9 = Vector128.FusedMultiplyAdd(c9, factor, addend);
            c10 = Vector128.FusedMultiplyAdd(c10, factor, addend);
            c11 = Vector128.FusedMultiplyAdd(c11, factor, addend);
        }

        return Vector128.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 + c11);
    }
}
