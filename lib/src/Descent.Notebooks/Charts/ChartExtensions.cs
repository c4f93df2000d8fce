using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Descent.Notebooks;

/// <summary>Gives a chart made directly with Plotly.NET the look of the course's own figures.</summary>
public static class ChartExtensions
{
    /// <summary>
    /// The same chart with transparent backgrounds, the course's colours, titles and the size 700 × 420 pixels, so that it
    /// reads well in light and dark themes. Call <c>WithSize</c> afterwards for another size.
    /// </summary>
    /// <param name="chart">Any chart; it is not changed.</param>
    /// <param name="title">The figure's title, or null to keep the chart's own.</param>
    /// <param name="x">The horizontal axis's title, with its unit, or null to keep the chart's own.</param>
    /// <param name="y">The vertical axis's title, with its unit, or null to keep the chart's own.</param>
    /// <returns>A new chart.</returns>
    /// <example><code>
    /// Chart.Histogram&lt;double, double, string&gt;(X: losses).WithCourseTheme("Losses of 200 mini-batches", x: "loss", y: "count")
    /// </code></example>
    public static GenericChart WithCourseTheme(this GenericChart chart, string? title = null, string? x = null, string? y = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var layout = new Layout();
        GenericChart.getLayout(chart).ShallowCopyDynamicPropertiesTo(layout, true);
        FigureParts.Themed(layout, title);
        Label(layout, "xaxis", x);
        Label(layout, "yaxis", y);
        return GenericChart.setLayout(layout, chart);
    }

    private static void Label(Layout layout, string axisName, string? title)
    {
        if (title is null)
            return;
        var axis = new LinearAxis();
        if (layout.GetProperties(false).FirstOrDefault(property => property.Key == axisName).Value is LinearAxis own)
            own.ShallowCopyDynamicPropertiesTo(axis, true);
        layout.SetProperty(axisName, axis.With(("title", FigureParts.Title(title))));
    }
}
