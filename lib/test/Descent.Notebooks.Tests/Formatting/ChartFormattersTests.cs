using System.Text.Json;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Notebooks.Tests.Formatting;

public sealed class ChartFormattersTests
{
    private static readonly Plotly.NET.GenericChart Square = Figures.Curves(x => x * x, 0, 1, "x < 1 & </script>");

    [Fact]
    public void Chart_comes_as_figure_page_and_text() =>
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], Bundle.MimeTypes(Square));

    [Fact]
    public void Chart_with_several_traces_comes_as_the_same_three() =>
        Assert.Equal(3, Bundle.MimeTypes(Figures.Tangents(x => x, [0], -1, 1, "Several")).Count);

    [Fact]
    public void Figure_has_data_layout_and_config()
    {
        var figure = JsonDocument.Parse(Square.ToDisplayString("application/vnd.plotly.v1+json")).RootElement;
        Assert.Equal(["data", "layout", "config"], figure.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void Text_names_the_title_and_counts_the_traces()
    {
        Assert.Equal("Figure: Two (2 traces)", Bundle.Plain(Figures.Curves([new("a", [1], [1]), new("b", [1], [1])], "Two")));
        Assert.Equal("Figure: One half (1 trace)", Bundle.Plain(Figures.Curves(x => x, 0, 1, "One<br><sub>half</sub>")));
        Assert.Equal(
            "Figure: untitled (1 trace)", Bundle.Plain(Plotly.NET.CSharp.Chart.Line<double, double, string>([1], [1])));
    }

    [Fact]
    public void Page_is_the_same_bytes_each_time() => Assert.Equal(Bundle.Html(Square), Bundle.Html(Square));

    [Fact]
    public void Page_of_another_figure_has_another_element() =>
        Assert.NotEqual(ElementOf(Square), ElementOf(Figures.Curves(x => x, 0, 1, "Another")));

    [Fact]
    public void Page_cannot_be_ended_by_the_text_of_a_figure()
    {
        var html = Bundle.Html(Square);
        Assert.Equal(html.Length - "</script>".Length, html.TrimEnd().IndexOf("</script>", StringComparison.Ordinal));
        Assert.Contains("aria-label=\"x &lt; 1 &amp; &lt;/script&gt;\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_turns_to_the_network_for_the_version_that_the_figure_was_made_for_and_needs_no_require_js()
    {
        var html = Bundle.Html(Square);
        Assert.Contains($"fetch(\"https://cdn.plot.ly/plotly-{Globals.PLOTLYJS_VERSION}.min.js\")", html, StringComparison.Ordinal);
        Assert.DoesNotContain("require", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_carries_the_figure_and_little_else() =>
        Assert.InRange(Bundle.Html(Square).Length - Square.ToDisplayString("application/vnd.plotly.v1+json").Length, 1_000, 2_500);

    private static string ElementOf(object chart) => Bundle.Html(chart)[..60];
}
