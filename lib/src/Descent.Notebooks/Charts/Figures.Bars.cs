using Plotly.NET;
using static Descent.Notebooks.Attributes;
using static Descent.Notebooks.FigureParts;

namespace Descent.Notebooks;

public static partial class Figures
{
    /// <summary>Bars, one for each value: the probabilities of the classes, for example.</summary>
    /// <param name="values">A vector.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="x">The horizontal axis's title. Default: "class".</param>
    /// <param name="y">The vertical axis's title, with its unit. Default: "probability".</param>
    /// <param name="labels">A label for each bar, or null for 0, 1, 2, …</param>
    /// <returns>A chart with one trace.</returns>
    /// <exception cref="ArgumentException">Not a vector, or another number of labels than of values.</exception>
    /// <example><code>Figures.Bars(network.Predict(x).Row(0), "What the network believes")</code></example>
    public static GenericChart Bars(
        Tensor values, string title, string x = "class", string y = "probability", IReadOnlyList<string>? labels = null) =>
        Bars([(y, values)], title, x, y, labels);

    /// <summary>Groups of bars side by side, to compare vectors of one length.</summary>
    /// <param name="groups">A name and a vector for each group; the legend shows the names.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="x">The horizontal axis's title. Default: "class".</param>
    /// <param name="y">The vertical axis's title, with its unit. Default: "probability".</param>
    /// <param name="labels">A label for each position, or null for 0, 1, 2, …</param>
    /// <returns>A chart with one trace per group.</returns>
    /// <exception cref="ArgumentException">No group, unequal lengths, or another number of labels than of values.</exception>
    /// <example><code>Figures.Bars([("output y", y), ("one-hot t", t)], "Output and label")</code></example>
    public static GenericChart Bars(
        IReadOnlyList<(string Name, Tensor Values)> groups, string title, string x = "class", string y = "probability",
        IReadOnlyList<string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count == 0)
            throw new ArgumentException("A figure of bars needs at least one vector; none was given.", nameof(groups));
        labels ??= [.. Enumerable.Range(0, groups[0].Values.Length).Select(index => Format(index))];
        return Figure(
            groups.Select((group, index) => BarTrace(group.Name, group.Values, labels, index)),
            title,
            ("barmode", "group"),
            ("xaxis", Axis(x, ("type", "category"))),
            ("yaxis", Axis(y, ("rangemode", "tozero"))),
            ("showlegend", groups.Count > 1));
    }

    private static Trace BarTrace(string name, Tensor values, IReadOnlyList<string> labels, int index)
    {
        if (values.Rank != 1 || values.Length != labels.Count)
            throw new ArgumentException(
                $"The bars \"{name}\" need a vector of {labels.Count} values, one for each label; "
                + $"found a tensor of shape [{string.Join(", ", values.Shape)}].");
        return Trace(
            "bar",
            ("name", name),
            ("x", labels.ToArray()),
            ("y", Finite(values.ToArray())),
            ("marker", Object(("color", Theme.Colour(index)))),
            ("hovertemplate", "%{x}: %{y:.6~g}"));
    }
}
