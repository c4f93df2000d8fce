namespace Descent.Kernels;

/// <summary><see cref="VectorArithmetic"/> in plain loops: what it must equal, bit for bit. Tests compare with it.</summary>
internal static class PlainArithmetic
{
    /// <summary><c>result = values − factor · direction</c>, rounded after the product and after the difference.</summary>
    public static void SubtractScaled(
        ReadOnlySpan<double> values, ReadOnlySpan<double> direction, double factor, Span<double> result)
    {
        for (var i = 0; i < values.Length; i++)
            result[i] = values[i] - (factor * direction[i]);
    }

    /// <summary><c>result = factor · hidden · (1 − hidden)</c>, in place of <paramref name="factor"/>.</summary>
    public static void MultiplyBySigmoidSlope(Span<double> factor, ReadOnlySpan<double> hidden)
    {
        for (var i = 0; i < factor.Length; i++)
            factor[i] *= hidden[i] * (1 - hidden[i]);
    }

    /// <summary>Adds <paramref name="row"/> to every row of a matrix.</summary>
    public static void AddToRows(Span<double> matrix, ReadOnlySpan<double> row)
    {
        for (var i = 0; i < matrix.Length; i++)
            matrix[i] += row[i % row.Length];
    }

    /// <summary>Sums each column from the first row to the last.</summary>
    public static void SumRows(ReadOnlySpan<double> matrix, Span<double> sums)
    {
        sums.Clear();
        for (var i = 0; i < matrix.Length; i++)
            sums[i % sums.Length] += matrix[i];
    }
}
