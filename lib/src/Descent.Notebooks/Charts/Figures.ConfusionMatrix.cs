using Plotly.NET;
using static Descent.Notebooks.FigureParts;

namespace Descent.Notebooks;

public static partial class Figures
{
    /// <summary>
    /// How often each class was taken for each other. Row i, column j counts the samples of class i that were classified
    /// as j; the colour is the share of the row, so that classes of unequal size compare.
    /// </summary>
    /// <param name="counts">A square matrix of counts.</param>
    /// <param name="title">The figure's title.</param>
    /// <param name="labels">A label for each class, or null for 0, 1, 2, …</param>
    /// <returns>A chart with one trace.</returns>
    /// <exception cref="ArgumentException">The matrix is not square, or has another size than the labels.</exception>
    /// <example><code>Figures.ConfusionMatrix(counts, "Test digits: what was taken for what")</code></example>
    public static GenericChart ConfusionMatrix(int[,] counts, string title = "Confusion matrix", IReadOnlyList<string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var classes = counts.GetLength(0);
        if (counts.GetLength(1) != classes)
            throw new ArgumentException(
                $"A confusion matrix is square; found {classes} rows and {counts.GetLength(1)} columns.", nameof(counts));
        var rows = Enumerable.Range(0, classes)
            .Select(row => Enumerable.Range(0, classes).Select(column => counts[row, column]).ToArray()).ToArray();
        var shares = rows.Select(row => row.Select(count => Share(count, row.Sum())).ToArray()).ToArray();
        var names = Labels(labels, classes, "classes");
        var text = rows.Select(row => row.Select(count => Attributes.Format(count)).ToArray()).ToArray();
        var trace = CellTrace(shares, text, names, names).With(
            ("texttemplate", "%{text}"),
            ("zmin", 0),
            ("zmax", 1),
            ("colorbar", ColourBar("share of the row").With(("tickformat", ".0%"))),
            ("hovertemplate", "true class %{y}, classified as %{x}<br>%{text} samples, %{z:.1%} of the row<extra></extra>"));
        return Figure(
            [trace], title, ("height", 560), ("xaxis", CellAxis("classified as")), ("yaxis", CellAxis("true class", fromTop: true)));
    }

    private static double Share(int count, int total) => total == 0 ? 0 : Math.Round((double)count / total, 6);
}
