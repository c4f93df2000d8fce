using Plotly.NET;
using static Descent.Notebooks.Attributes;
using static Descent.Notebooks.FigureParts;

namespace Descent.Notebooks;

public static partial class Figures
{
    /// <summary>A function of two variables as a surface that can be turned with the mouse.</summary>
    /// <param name="function">f(x), where x is a vector of two numbers.</param>
    /// <param name="x0">The range of x₀.</param>
    /// <param name="x1">The range of x₁.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="value">The vertical axis's title. Default: "f(x₀, x₁)".</param>
    /// <param name="count">How many grid points on each side, at least 2. Default: 41.</param>
    /// <returns>A chart with one trace.</returns>
    /// <exception cref="ArgumentException">A range that is empty or not finite.</exception>
    /// <example><code>Figures.Surface(x =&gt; x[0] * x[0] + x[1] * x[1], (-3, 3), (-3, 3), "A bowl")</code></example>
    public static GenericChart Surface(
        Func<Tensor, double> function, (double From, double To) x0, (double From, double To) x1, string title,
        string value = "f(x₀, x₁)", int count = 41)
    {
        var grid = FunctionGrid.Of(function, x0, x1, count);
        var surface = Trace(
            "surface",
            ("name", value),
            ("x", grid.X0),
            ("y", grid.X1),
            ("z", grid.Values),
            ("colorscale", Theme.Sequential),
            ("colorbar", ColourBar(value)),
            ("hovertemplate", "x₀ = %{x:.4~g}<br>x₁ = %{y:.4~g}<br>value = %{z:.6~g}<extra></extra>"));
        return Figure(
            [surface],
            title,
            ("height", 520),
            ("margin", Object(("l", 10), ("r", 10), ("t", 60), ("b", 10))),
            ("scene", Object(
                ("aspectmode", "cube"),
                ("xaxis", Axis("x₀")),
                ("yaxis", Axis("x₁")),
                ("zaxis", Axis(value)),
                ("camera", Object(
                    ("eye", Object(("x", 1.45), ("y", -1.65), ("z", 0.9))),
                    ("center", Object(("x", 0), ("y", 0), ("z", -0.2))))))));
    }
}
