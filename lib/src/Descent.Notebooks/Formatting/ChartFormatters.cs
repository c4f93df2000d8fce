using System.Text.RegularExpressions;
using Plotly.NET;

namespace Descent.Notebooks;

/// <summary>Shows a chart as plotly.js JSON, as a page fragment that draws it, and as a line of text.</summary>
internal static partial class ChartFormatters
{
    // Plotly.NET.Interactive has a form for every chart, which asks the network for plotly.js. A form for a case of the union counts before
    // one for the whole, whichever was registered last.
    public static void Register()
    {
        Register<GenericChart.Chart>();
        Register<GenericChart.MultiChart>();
    }

    private static void Register<T>()
        where T : GenericChart => Formats.Register<T>(
        (Formats.PlotlyFigure, chart => EmptyChart.Explained(ChartFigure.Json(chart))),
        (Formats.Html, Page),
        (Formats.PlainText, Text));

    private static string Page(GenericChart chart)
    {
        var figure = ChartFigure.Json(chart);
        var page = ChartPage.Html(figure, Title(chart), Size(chart));
        return EmptyChart.Is(figure) ? page + Markup.Paragraph(EmptyChart.Notice) : page;
    }

    private static string Text(GenericChart chart)
    {
        var traces = GenericChart.countTrace(chart);
        var notice = EmptyChart.Is(ChartFigure.Json(chart)) ? $". {EmptyChart.Notice}" : "";
        return $"Figure: {Title(chart)} ({traces} {(traces == 1 ? "trace" : "traces")}){notice}";
    }

    private static string Title(GenericChart chart)
    {
        var title = GenericChart.getLayout(chart).TryGetTypedPropertyValue<Title>("title");
        var text = title?.Value.TryGetTypedPropertyValue<string>("text");
        return text is null ? "untitled" : Tag().Replace(text.Value, " ").Replace("  ", " ", StringComparison.Ordinal).Trim();
    }

    private static (int Width, int Height) Size(GenericChart chart)
    {
        var (width, height) = GenericChart.tryGetLayoutSize(chart);
        return (width?.Value ?? Theme.Width, height?.Value ?? Theme.Height);
    }

    // The tags that plotly.js lets titles carry.
    [GeneratedRegex("</?(br|sub|sup|b|i|em|span|a)( [^<>]*)?/?>")]
    private static partial Regex Tag();
}
