namespace Descent.Notebooks;

/// <summary>An arrow from (X0, X1) to (Tip0, Tip1), and the gradient that it stands for.</summary>
internal sealed record Arrow(double X0, double X1, double Tip0, double Tip1, double Gradient0, double Gradient1)
{
    /// <summary>The share of a grid cell that the longest arrow covers, so that arrows do not run into each other.</summary>
    private const double LongestInCells = 0.95;

    /// <summary>Below this share of the longest, a gradient is rounding error about a stationary point.</summary>
    private const double Negligible = 1e-6;

    /// <summary>Degrees clockwise from straight up, as plotly.js turns its markers.</summary>
    public double Angle => Math.Atan2(Tip0 - X0, Tip1 - X1) * 180 / Math.PI;

    public static IReadOnlyList<Arrow> Field(
        Func<Tensor, Tensor> gradient, (double From, double To) x0, (double From, double To) x1, int sign, int count)
    {
        var samples =
            from row in Interval.Points(x1, count)
            from column in Interval.Points(x0, count)
            let slope = gradient(Tensor.Of(column, row))
            where double.IsFinite(slope[0]) && double.IsFinite(slope[1])
            select (X0: column, X1: row, Slope0: slope[0], Slope1: slope[1], Norm: Math.Sqrt(slope[0] * slope[0] + slope[1] * slope[1]));
        var field = samples.ToArray();
        var longest = field.Select(sample => sample.Norm).DefaultIfEmpty().Max();
        var cell = Math.Min(x0.To - x0.From, x1.To - x1.From) / (count - 1);
        var scale = sign * LongestInCells * cell / longest;
        return
        [
            .. field
                .Where(sample => sample.Norm > Negligible * longest)
                .Select(sample => new Arrow(
                    sample.X0, sample.X1, sample.X0 + scale * sample.Slope0, sample.X1 + scale * sample.Slope1,
                    sample.Slope0, sample.Slope1)),
        ];
    }
}
