using Plotly.NET;
using Plotly.NET.LayoutObjects;
using static Descent.Notebooks.Attributes;
using static Descent.Notebooks.FigureParts;

namespace Descent.Notebooks;

public static partial class Figures
{
    /// <summary>More cells than this would not leave room for their values.</summary>
    private const int MostAnnotatedCells = 300;

    /// <summary>A matrix as coloured cells, each with its value written in it (up to 300 cells).</summary>
    /// <param name="values">A matrix; its first row is drawn at the top.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="x">The horizontal axis's title: what the columns are.</param>
    /// <param name="y">The vertical axis's title: what the rows are.</param>
    /// <param name="columns">A label for each column, or null for 0, 1, 2, …</param>
    /// <param name="rows">A label for each row, or null for 0, 1, 2, …</param>
    /// <param name="value">What the values are, with their unit: the colour bar's title.</param>
    /// <param name="format">The .NET number format of the values. Default: four significant digits.</param>
    /// <returns>A chart with one trace.</returns>
    /// <exception cref="ArgumentException">Not a matrix, or another number of labels than of rows or columns.</exception>
    /// <example><code>
    /// Figures.HeatMap(accuracies, "Which setting learns best?", x: "hidden units", y: "learning rate",
    ///     columns: ["10", "50", "100"], rows: ["0.01", "0.1", "1"], value: "test accuracy", format: "0.000")
    /// </code></example>
    public static GenericChart HeatMap(
        Tensor values, string title, string x = "column", string y = "row", IReadOnlyList<string>? columns = null,
        IReadOnlyList<string>? rows = null, string value = "value", string format = "G4")
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Rank != 2)
            throw new ArgumentException(
                $"A heat map needs a matrix; found a tensor of shape [{string.Join(", ", values.Shape)}].", nameof(values));
        var (height, width) = (values.Shape[0], values.Shape[1]);
        var cells = Enumerable.Range(0, height)
            .Select(row => Enumerable.Range(0, width).Select(column => values[row, column]).ToArray()).ToArray();
        var text = cells.Select(row => row.Select(cell => Format(cell, format)).ToArray()).ToArray();
        var trace = CellTrace(
            cells.Select(Finite).ToArray(), text, Labels(columns, width, "columns"), Labels(rows, height, "rows"))
            .With(
                ("texttemplate", height * width <= MostAnnotatedCells ? "%{text}" : null),
                ("colorbar", ColourBar(value)),
                ("hovertemplate", $"{y}: %{{y}}<br>{x}: %{{x}}<br>{value}: %{{text}}<extra></extra>"));
        return Figure([trace], title, ("xaxis", CellAxis(x)), ("yaxis", CellAxis(y, fromTop: true)));
    }

    private static Trace CellTrace(object values, string[][] text, string[] columns, string[] rows) => Trace(
        "heatmap", ("x", columns), ("y", rows), ("z", values), ("text", text),
        ("colorscale", Theme.Cells), ("xgap", 1), ("ygap", 1));

    private static LinearAxis CellAxis(string title, bool fromTop = false) => Axis(
        title, ("type", "category"), ("showgrid", false), ("autorange", fromTop ? "reversed" : null));

    private static string[] Labels(IReadOnlyList<string>? labels, int count, string what)
    {
        if (labels is not null && labels.Count != count)
            throw new ArgumentException($"The {what} of this figure need {count} labels; found {labels.Count}.");
        return labels is null ? [.. Enumerable.Range(0, count).Select(index => Format(index))] : [.. labels];
    }
}
