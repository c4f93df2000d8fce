using Plotly.NET;
using Plotly.NET.LayoutObjects;
using static Descent.Notebooks.Attributes;

namespace Descent.Notebooks;

public static partial class Figures
{
    /// <summary>
    /// Gradient descent over contour lines with a slider that chooses the learning rate. Every path is in the figure, so the
    /// slider works without a kernel, and also in a saved page.
    /// </summary>
    /// <param name="function">f(x), where x is a vector of two numbers.</param>
    /// <param name="start">Where every path starts.</param>
    /// <param name="learningRates">The learning rates, in the order of the slider.</param>
    /// <param name="steps">How many steps each path takes.</param>
    /// <param name="x0">The range of x₀.</param>
    /// <param name="x1">The range of x₁.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="active">Which learning rate is shown first, counted from 0.</param>
    /// <returns>A chart with one trace for the contours and one for each learning rate, of which one is visible.</returns>
    /// <exception cref="ArgumentException">No learning rate, or a range that is empty.</exception>
    /// <example><code>
    /// Figures.DescentSlider(f, Tensor.Of(-3, 4), [0.01, 0.1, 0.5, 0.9, 1.05], 20, (-5, 5), (-5, 5), "Which learning rate?")
    /// </code></example>
    public static GenericChart DescentSlider(
        Func<Tensor, double> function, Tensor start, IReadOnlyList<double> learningRates, int steps,
        (double From, double To) x0, (double From, double To) x1, string title, int active = 0)
    {
        ArgumentNullException.ThrowIfNull(learningRates);
        if (learningRates.Count == 0)
            throw new ArgumentException("A slider needs at least one learning rate; none was given.", nameof(learningRates));
        ArgumentOutOfRangeException.ThrowIfNegative(active);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(active, learningRates.Count);
        var paths = learningRates.Select(rate => Gradients.Descend(function, start, rate, steps)).ToArray();
        var traces = paths.Select((path, index) =>
            PathTrace(path, $"learning rate {Format(path.LearningRate)}", Theme.Orange, x0, x1).With(("visible", index == active)));
        var slider = new Slider().With(
            ("active", active),
            ("pad", Object(("t", 55))),
            ("currentvalue", Object(("prefix", "learning rate "))),
            ("bgcolor", Theme.Grid),
            ("bordercolor", Theme.Text),
            ("tickcolor", Theme.Text),
            ("steps", paths.Select((path, index) => SliderStep(path, index, paths.Length, title)).ToArray()));
        return Plane(
            [Ground(function, x0, x1), .. traces],
            x0, x1, EndOf(title, paths[active]),
            ("height", 600),
            ("margin", Object(("l", 70), ("r", 30), ("t", 85), ("b", 60))),
            ("showlegend", false),
            ("sliders", new[] { slider }));
    }

    private static DynamicObj.DynamicObj SliderStep(DescentPath path, int index, int count, string title)
    {
        bool[] visible = [true, .. Enumerable.Range(0, count).Select(other => other == index)];
        return Object(
            ("label", Format(path.LearningRate)),
            ("method", "update"),
            ("args", new object[] { Object(("visible", visible)), Object(("title.text", EndOf(title, path))) }));
    }

    private static string EndOf(string title, DescentPath path)
    {
        var last = path.Values[^1];
        var value = double.IsFinite(last) ? Format(last, "G4") : "out of all bounds";
        return $"{title}<br><sub>after {path.Points.Count - 1} steps: f = {value}</sub>";
    }
}
