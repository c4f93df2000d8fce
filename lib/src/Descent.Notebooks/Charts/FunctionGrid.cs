using static Descent.Notebooks.Attributes;

namespace Descent.Notebooks;

/// <summary>A function of two variables, evaluated on an even grid.</summary>
/// <param name="X0">The columns' positions.</param>
/// <param name="X1">The rows' positions.</param>
/// <param name="Values">One row for each x₁, one column for each x₀; null where the function is not finite.</param>
internal sealed record FunctionGrid(double?[] X0, double?[] X1, double?[][] Values)
{
    public static FunctionGrid Of(
        Func<Tensor, double> function, (double From, double To) x0, (double From, double To) x1, int count)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        var columns = Interval.Points(x0, count);
        var rows = Interval.Points(x1, count);
        return new(
            [.. columns.Select(Rounded)],
            [.. rows.Select(Rounded)],
            [.. rows.Select(row => columns.Select(column => Rounded(function(Tensor.Of(column, row)))).ToArray())]);
    }
}
