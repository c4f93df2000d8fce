using Plotly.NET;
using static Descent.Notebooks.Attributes;
using static Descent.Notebooks.FigureParts;

namespace Descent.Notebooks;

/// <summary>
/// The figures of the course. Each returns a Plotly.NET chart, so a cell can end with it or go on with Plotly.NET.CSharp.
/// </summary>
/// <example><code>Figures.Curves([Curve.Of("x²", x =&gt; x * x, -3, 3)], "A parabola")</code></example>
public static partial class Figures
{
    /// <summary>One or more named curves on common axes.</summary>
    /// <param name="curves">At least one curve; each takes the next colour of <see cref="Theme.Palette"/>.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="x">The horizontal axis's title, with its unit.</param>
    /// <param name="y">The vertical axis's title, with its unit.</param>
    /// <param name="logX">Whether the horizontal axis is logarithmic.</param>
    /// <param name="logY">Whether the vertical axis is logarithmic.</param>
    /// <returns>A chart with one trace per curve.</returns>
    /// <exception cref="ArgumentException">No curve, or a curve with unequal numbers of x and y.</exception>
    /// <example><code>
    /// Figures.Curves([Curve.Of("−ln y", y =&gt; -Math.Log(y), 0.01, 1)], "Cross-entropy", x: "probability y", y: "loss")
    /// </code></example>
    public static GenericChart Curves(
        IReadOnlyList<Curve> curves, string title, string x = "x", string y = "y", bool logX = false, bool logY = false)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0)
            throw new ArgumentException("A figure of curves needs at least one curve; none was given.", nameof(curves));
        return Figure(
            curves.Select(CurveTrace),
            title,
            ("xaxis", Axis(x, ("type", logX ? "log" : null), ("exponentformat", logX ? "power" : null))),
            ("yaxis", Axis(y, ("type", logY ? "log" : null), ("exponentformat", logY ? "power" : null))),
            ("showlegend", curves.Count > 1));
    }

    /// <summary>The curve of one function.</summary>
    /// <param name="function">The function to draw.</param>
    /// <param name="from">The first x.</param>
    /// <param name="to">The last x.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="x">The horizontal axis's title, with its unit.</param>
    /// <param name="y">The vertical axis's title, with its unit.</param>
    /// <returns>A chart with one trace of 201 points.</returns>
    /// <example><code>Figures.Curves(x =&gt; 0.01 * x * x + 0.1 * x, 0, 20, "f(x) = 0.01x² + 0.1x")</code></example>
    public static GenericChart Curves(
        Func<double, double> function, double from, double to, string title, string x = "x", string y = "f(x)") =>
        Curves([Curve.Of(y, function, from, to)], title, x, y);

    private static Trace CurveTrace(Curve curve, int index)
    {
        if (curve.X.Count != curve.Y.Count)
            throw new ArgumentException(
                $"The curve \"{curve.Name}\" needs as many y as x; found {curve.X.Count} x and {curve.Y.Count} y.");
        var colour = Theme.Colour(index);
        return Trace(
            "scatter",
            ("name", curve.Name),
            ("mode", (curve.Line, curve.Markers) switch { (true, true) => "lines+markers", (true, false) => "lines", _ => "markers" }),
            ("x", Finite(curve.X)),
            ("y", Finite(curve.Y)),
            ("line", curve.Line ? Line(colour, dash: curve.Dashed ? "dash" : null) : null),
            ("marker", curve.Markers ? Object(("color", colour), ("size", 8)) : null),
            ("hovertemplate", "(%{x:.6~g}, %{y:.6~g})"));
    }
}
