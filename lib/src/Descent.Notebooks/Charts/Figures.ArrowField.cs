using Plotly.NET;
using static Descent.Notebooks.Attributes;
using static Descent.Notebooks.FigureParts;

namespace Descent.Notebooks;

public static partial class Figures
{
    /// <summary>
    /// The gradient of a function of two variables as arrows over a grid. By default each arrow points along −∇f, the
    /// direction in which f falls fastest; its length is proportional to the gradient's.
    /// </summary>
    /// <param name="function">f(x), where x is a vector of two numbers.</param>
    /// <param name="x0">The range of x₀.</param>
    /// <param name="x1">The range of x₁.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="uphill">True for arrows along ∇f, the direction in which f rises fastest.</param>
    /// <param name="count">How many arrows on each side, at least 2. Default: 13.</param>
    /// <param name="gradient">The gradient, or null for the numerical one.</param>
    /// <param name="contours">True to draw the arrows over contour lines of the function.</param>
    /// <returns>A chart with the shafts, the heads with the gradient as hover text, and below them the contours if asked for.</returns>
    /// <exception cref="ArgumentException">A range that is empty or not finite.</exception>
    /// <example><code>Figures.ArrowField(x =&gt; x[0] * x[0] + x[1] * x[1], (-2, 2), (-2, 2), "−∇f of a bowl")</code></example>
    public static GenericChart ArrowField(
        Func<Tensor, double> function, (double From, double To) x0, (double From, double To) x1, string title,
        bool uphill = false, int count = 13, Func<Tensor, Tensor>? gradient = null, bool contours = false)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        gradient ??= x => Gradients.Numerical(function, x);
        var arrows = Arrow.Field(gradient, x0, x1, uphill ? 1 : -1, count);
        var shafts = Trace(
            "scatter",
            ("mode", "lines"),
            ("x", arrows.SelectMany(arrow => new[] { Rounded(arrow.X0), Rounded(arrow.Tip0), null }).ToArray()),
            ("y", arrows.SelectMany(arrow => new[] { Rounded(arrow.X1), Rounded(arrow.Tip1), null }).ToArray()),
            ("line", Line(Theme.Blue, 1.5)),
            ("hoverinfo", "skip"));
        var heads = Trace(
            "scatter",
            ("mode", "markers"),
            ("x", arrows.Select(arrow => Rounded(arrow.Tip0)).ToArray()),
            ("y", arrows.Select(arrow => Rounded(arrow.Tip1)).ToArray()),
            ("marker", Object(
                ("symbol", "arrow"), ("size", 9), ("color", Theme.Blue),
                ("angle", arrows.Select(arrow => Rounded(arrow.Angle)).ToArray()))),
            ("customdata", arrows.Select(arrow =>
                new[] { Rounded(arrow.X0), Rounded(arrow.X1), Rounded(arrow.Gradient0), Rounded(arrow.Gradient1) }).ToArray()),
            ("hovertemplate",
                "at (%{customdata[0]:.4~g}, %{customdata[1]:.4~g})<br>"
                + "∇f = (%{customdata[2]:.4~g}, %{customdata[3]:.4~g})<extra></extra>"));
        Trace[] ground = contours ? [Ground(function, x0, x1)] : [];
        return Plane([.. ground, shafts, heads], x0, x1, title, ("showlegend", false));
    }
}
