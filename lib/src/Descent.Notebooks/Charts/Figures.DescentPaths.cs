using Plotly.NET;
using static Descent.Notebooks.Attributes;
using static Descent.Notebooks.FigureParts;

namespace Descent.Notebooks;

public static partial class Figures
{
    /// <summary>Paths of gradient descent over the contour lines of the function that they descend.</summary>
    /// <param name="function">f(x), where x is a vector of two numbers.</param>
    /// <param name="paths">One or more paths; one that leaves the picture is drawn to where it leaves.</param>
    /// <param name="x0">The range of x₀.</param>
    /// <param name="x1">The range of x₁.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="names">A name for each path, or null to name it by its learning rate.</param>
    /// <returns>A chart with one trace for the contours and one for each path.</returns>
    /// <exception cref="ArgumentException">No path, another number of names, or a range that is empty.</exception>
    /// <example><code>
    /// var path = Gradients.Descend(f, Tensor.Of(-3, 4), learningRate: 0.1, steps: 20);
    /// Figures.DescentPaths(f, [path], (-5, 5), (-5, 5), "Descent into a bowl")
    /// </code></example>
    public static GenericChart DescentPaths(
        Func<Tensor, double> function, IReadOnlyList<DescentPath> paths, (double From, double To) x0, (double From, double To) x1,
        string title, IReadOnlyList<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0)
            throw new ArgumentException("A figure of paths needs at least one path; none was given.", nameof(paths));
        names ??= [.. paths.Select(path => $"learning rate {Format(path.LearningRate)}")];
        if (names.Count != paths.Count)
            throw new ArgumentException($"Each path needs a name; found {paths.Count} paths and {names.Count} names.", nameof(names));
        var traces = paths.Select((path, index) => PathTrace(path, names[index], Theme.Colour(index + 1), x0, x1));
        return Plane(
            [Ground(function, x0, x1), .. traces],
            x0, x1, title,
            ("showlegend", true),
            ("margin", Object(("l", 70), ("r", 30), ("t", 60), ("b", 95))),
            ("legend", Object(("orientation", "h"), ("yref", "container"), ("y", 0), ("yanchor", "bottom"), ("x", 0.5), ("xanchor", "center"))));
    }

    /// <summary>Contour lines in grey and without a colour bar: the ground on which paths are drawn.</summary>
    private static Trace Ground(Func<Tensor, double> function, (double From, double To) x0, (double From, double To) x1)
    {
        var grid = FunctionGrid.Of(function, x0, x1, 61);
        return Trace(
            "contour",
            ("name", "f(x₀, x₁)"),
            ("x", grid.X0),
            ("y", grid.X1),
            ("z", grid.Values),
            ("ncontours", 20),
            ("contours", Object(
                ("coloring", "none"), ("showlabels", true), ("labelfont", Object(("color", Theme.Text), ("size", 10))))),
            ("line", Line(Theme.Text, 1)),
            ("showlegend", false),
            ("hovertemplate", PlaneHover));
    }

    private static Trace PathTrace(
        DescentPath path, string name, string colour, (double From, double To) x0, (double From, double To) x1)
    {
        var visible = path.Points.Take(StepsInView(path, x0, x1)).ToArray();
        return Trace(
            "scatter",
            ("name", name),
            ("mode", "lines+markers"),
            ("x", visible.Select(point => Rounded(point[0])).ToArray()),
            ("y", visible.Select(point => Rounded(point[1])).ToArray()),
            ("line", Line(colour)),
            ("marker", Object(("color", colour), ("size", 7))),
            ("customdata", path.Values.Take(visible.Length).Select(Rounded).ToArray()),
            ("hovertemplate", "step %{pointNumber}<br>(%{x:.4~g}, %{y:.4~g})<br>f = %{customdata:.4~g}"));
    }

    /// <summary>How many points to draw: up to the first that is far outside, since plotly.js cannot place 1e200.</summary>
    private static int StepsInView(DescentPath path, (double From, double To) x0, (double From, double To) x1)
    {
        for (var step = 0; step < path.Points.Count; step++)
        {
            var point = path.Points[step];
            if (point.Length != 2)
                throw new ArgumentException($"A path over contours needs points of two numbers; found one of {point.Length}.");
            if (IsFar(point[0], x0) || IsFar(point[1], x1))
                return double.IsFinite(point[0]) && double.IsFinite(point[1]) && Math.Abs(point[0]) + Math.Abs(point[1]) < 1e6
                    ? step + 1
                    : step;
        }
        return path.Points.Count;
    }

    private static bool IsFar(double value, (double From, double To) range) =>
        !(Math.Abs(value - (range.From + range.To) / 2) <= 2 * (range.To - range.From));
}
