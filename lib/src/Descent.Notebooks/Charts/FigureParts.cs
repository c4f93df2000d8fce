using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using static Descent.Notebooks.Attributes;

namespace Descent.Notebooks;

/// <summary>The pieces that the figures of the course are put together from.</summary>
internal static class FigureParts
{
    public static Trace Trace(string type, params ReadOnlySpan<(string Name, object? Value)> attributes) =>
        new Trace(type).With(attributes);

    public static Title Title(string? text) => new Title().With(("text", text));

    public static LinearAxis Axis(string? title, params ReadOnlySpan<(string Name, object? Value)> attributes) =>
        (title is null ? new LinearAxis() : new LinearAxis().With(("title", Title(title)))).With(attributes);

    public static GenericChart Figure(
        IEnumerable<Trace> traces, string title, params ReadOnlySpan<(string Name, object? Value)> layout)
    {
        var chart = GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces));
        var themed = Themed(new Layout(), title).With(layout);
        var config = new Config().With(("displaylogo", false));
        return GenericChart.setConfig(config, GenericChart.setLayout(themed, chart));
    }

    /// <summary>Paints the course's theme on a layout, in place.</summary>
    public static Layout Themed(Layout layout, string? title)
    {
        if (title is not null)
            layout.SetProperty("title", Title(title));
        return layout.With(
            ("width", Theme.Width),
            ("height", Theme.Height),
            ("paper_bgcolor", Theme.Transparent),
            ("plot_bgcolor", Theme.Transparent),
            ("font", new Font().With(("color", Theme.Text), ("size", 13))),
            ("margin", new Margin().With(("l", 70), ("r", 30), ("t", 60), ("b", 60))),
            ("template", Theme.Template()));
    }

    public static DynamicObj.DynamicObj Line(string colour, double width = 2, string? dash = null) =>
        Object(("color", colour), ("width", width), ("dash", dash));

    public static DynamicObj.DynamicObj ColourBar(string title) =>
        Object(("title", Object(("text", title), ("side", "right"))), ("outlinewidth", 0), ("thickness", 16));
}
