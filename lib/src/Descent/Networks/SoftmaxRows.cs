using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Descent;

/// <summary>The softmax of each row of a matrix, in place: yₖ = exp zₖ / Σᵢ exp zᵢ.</summary>
internal static class SoftmaxRows
{
    public static void Apply(Span<double> rows, int outputs)
    {
        for (var start = 0; start < rows.Length; start += outputs)
            Shift(rows.Slice(start, outputs));
        TensorPrimitives.Exp(rows, rows);
        for (var start = 0; start < rows.Length; start += outputs)
            Normalise(rows.Slice(start, outputs));
    }

    /// <summary>Makes the largest logit 0, so that no exponential overflows and their sum is at least 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Shift(Span<double> row)
    {
        var largest = row[0];
        foreach (var value in row)
            largest = value > largest ? value : largest;
        for (var output = 0; output < row.Length; output++)
            row[output] -= largest;
    }

    /// <summary>Divides a row of exponentials by their sum, taken from left to right, and returns that sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Normalise(Span<double> row)
    {
        var total = 0.0;
        foreach (var value in row)
            total += value;
        for (var output = 0; output < row.Length; output++)
            row[output] /= total;
        return total;
    }
}
