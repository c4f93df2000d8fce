using Plotly.NET;
using static Descent.Notebooks.Attributes;

namespace Descent.Notebooks;

public static partial class Figures
{
    /// <summary>A curve with its tangents, whose slopes are numerical derivatives: f(a) + f′(a)(x − a).</summary>
    /// <param name="function">The function to draw.</param>
    /// <param name="at">Where the tangents touch.</param>
    /// <param name="from">The first x.</param>
    /// <param name="to">The last x.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="x">The horizontal axis's title, with its unit.</param>
    /// <param name="y">The vertical axis's title, with its unit.</param>
    /// <returns>A chart with the curve, one dashed line per tangent, and one trace for the points of contact.</returns>
    /// <example><code>Figures.Tangents(x =&gt; 0.01 * x * x + 0.1 * x, [5, 10], 0, 20, "Two tangents")</code></example>
    public static GenericChart Tangents(
        Func<double, double> function, IReadOnlyList<double> at, double from, double to, string title,
        string x = "x", string y = "f(x)")
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(at);
        var tangents = at.Select(touch => Tangent(function, touch, from, to));
        var points = Curve.Points("points of contact", at, [.. at.Select(function)]);
        return Curves([Curve.Of(y, function, from, to), .. tangents, points], title, x, y);
    }

    private static Curve Tangent(Func<double, double> function, double touch, double from, double to)
    {
        var slope = Gradients.Derivative(function, touch);
        var value = function(touch);
        var name = $"slope {Format(slope, "G4")} at {Format(touch)}";
        return Curve.Of(name, x => value + slope * (x - touch), from, to, points: 2) with { Dashed = true };
    }
}
