using Plotly.NET;
using static Descent.Notebooks.Attributes;
using static Descent.Notebooks.FigureParts;

namespace Descent.Notebooks;

public static partial class Figures
{
    /// <summary>The contour lines of a function of two variables, coloured by its value.</summary>
    /// <param name="function">f(x), where x is a vector of two numbers.</param>
    /// <param name="x0">The range of x₀.</param>
    /// <param name="x1">The range of x₁.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="value">The colour bar's title. Default: "f(x₀, x₁)".</param>
    /// <param name="count">How many grid points on each side, at least 2. Default: 61.</param>
    /// <returns>A chart with one trace.</returns>
    /// <exception cref="ArgumentException">A range that is empty or not finite.</exception>
    /// <example><code>Figures.Contours(x =&gt; x[0] * x[0] - x[1] * x[1], (-3, 3), (-3, 3), "A saddle")</code></example>
    public static GenericChart Contours(
        Func<Tensor, double> function, (double From, double To) x0, (double From, double To) x1, string title,
        string value = "f(x₀, x₁)", int count = 61)
    {
        var grid = FunctionGrid.Of(function, x0, x1, count);
        var contours = Trace(
            "contour",
            ("name", value),
            ("x", grid.X0),
            ("y", grid.X1),
            ("z", grid.Values),
            ("colorscale", Theme.Sequential),
            ("colorbar", ColourBar(value)),
            ("contours", Object(("coloring", "heatmap"), ("showlabels", true), ("labelfont", Object(("color", "#ffffff"), ("size", 11))))),
            ("line", Object(("color", "rgba(255,255,255,0.6)"), ("width", 1))),
            ("hovertemplate", PlaneHover));
        return Plane([contours], x0, x1, title);
    }

    private const string PlaneHover = "x₀ = %{x:.4~g}<br>x₁ = %{y:.4~g}<br>value = %{z:.6~g}<extra></extra>";

    /// <summary>A figure whose axes are x₀ and x₁, to one scale where their ranges allow it.</summary>
    private static GenericChart Plane(
        IEnumerable<Trace> traces, (double From, double To) x0, (double From, double To) x1, string title,
        params ReadOnlySpan<(string Name, object? Value)> layout)
    {
        var ratio = (x1.To - x1.From) / (x0.To - x0.From);
        var toScale = ratio is > 0.3 and < 3;
        var height = toScale ? (int)Math.Min(520, 130 + 600 * ratio) : Theme.Height;
        return Figure(
            traces,
            title,
            [
                ("height", height),
                ("xaxis", Axis("x₀", ("range", Interval.Limits(x0)), ("constrain", "domain"))),
                ("yaxis", Axis("x₁", ("range", Interval.Limits(x1)), ("constrain", "domain"), ("scaleanchor", toScale ? "x" : null))),
                .. layout,
            ]);
    }
}
