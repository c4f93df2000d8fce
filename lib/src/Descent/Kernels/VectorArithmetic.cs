using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Descent.Kernels;

/// <summary>Elementwise work that the primitives offer only in two passes.</summary>
internal static class VectorArithmetic
{
    /// <summary><c>result = values − factor · direction</c>, rounded after the product and after the difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SubtractScaled(
        ReadOnlySpan<double> values, ReadOnlySpan<double> direction, double factor, Span<double> result)
    {
        var values1 = MemoryMarshal.Cast<double, Vector<double>>(values);
        var direction1 = MemoryMarshal.Cast<double, Vector<double>>(direction);
        var result1 = MemoryMarshal.Cast<double, Vector<double>>(result);
        var factors = new Vector<double>(factor);
        for (var i = 0; i < values1.Length; i++)
            result1[i] = values1[i] - (factors * direction1[i]);
        for (var i = values1.Length * Vector<double>.Count; i < values.Length; i++)
            result[i] = values[i] - (factor * direction[i]);
    }

    /// <summary><c>result = factor · hidden · (1 − hidden)</c>: what a sigmoid layer lets through, in place of <paramref name="factor"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyBySigmoidSlope(Span<double> factor, ReadOnlySpan<double> hidden)
    {
        var factor1 = MemoryMarshal.Cast<double, Vector<double>>(factor);
        var hidden1 = MemoryMarshal.Cast<double, Vector<double>>(hidden);
        for (var i = 0; i < factor1.Length; i++)
            factor1[i] *= hidden1[i] * (Vector<double>.One - hidden1[i]);
        for (var i = factor1.Length * Vector<double>.Count; i < factor.Length; i++)
            factor[i] *= hidden[i] * (1 - hidden[i]);
    }

    /// <summary>Adds <paramref name="row"/> to every row of a matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddToRows(Span<double> matrix, ReadOnlySpan<double> row)
    {
        for (var start = 0; start < matrix.Length; start += row.Length)
        {
            var target = matrix.Slice(start, row.Length);
            TensorPrimitives.Add(target, row, target);
        }
    }

    /// <summary>Sums each column from the first row to the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumRows(ReadOnlySpan<double> matrix, Span<double> sums)
    {
        sums.Clear();
        for (var start = 0; start < matrix.Length; start += sums.Length)
            TensorPrimitives.Add(sums, matrix.Slice(start, sums.Length), sums);
    }
}
