using System.Text.Json;
using Descent.Notebooks.Tests.Charts;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Descent.Notebooks.Tests.Formatting;

public sealed class EmptyChartTests
{
    private const string Notice = "No point of this chart can be drawn: ";

    private static readonly Dictionary<string, Func<GenericChart>> EmptyOnes = new()
    {
        ["all NaN"] = () => Chart.Line<double, double, string>([1, 2], [double.NaN, double.NaN]),
        ["infinite"] = () => Chart.Point<double, double, string>([1, 2], [double.PositiveInfinity, double.NegativeInfinity]),
        ["no points"] = () => Chart.Point<double, double, string>([], []),
        ["never both"] = () => Chart.Line<double, double, string>([1, double.NaN], [double.NaN, 1]),
        ["NaN places"] = () => Chart.Line<double, double, string>([double.NaN], [1]),
        ["bars"] = () => Chart.Column<double, string, string>([double.NaN]),
        ["a figure of the course"] = () => Figures.Curves(_ => double.NaN, 0, 1, "Nowhere"),
        ["two traces"] = () => Chart.Combine([Chart.Line<double, double, string>([1], [double.NaN]), Chart.Line<double, double, string>([], [])]),
        ["a heat map"] = () => Chart.Heatmap<double, int, int, string>([[double.NaN, double.NaN]]),
        ["a histogram"] = () => Chart.Histogram<double, double, string>(X: Array.Empty<double>()),
        ["in space"] = () => Chart.Point3D<double, double, double, string>([1], [1], [double.NaN]),
    };

    private static readonly Dictionary<string, Func<GenericChart>> DrawnOnes = new()
    {
        ["one of many"] = () => Chart.Line<double, double, string>([1, 2, 3], [double.NaN, 0, double.NaN]),
        ["one of two traces"] = () => Chart.Combine([Chart.Line<double, double, string>([1], [double.NaN]), Chart.Line<double, double, string>([1], [1])]),
        ["names"] = () => Chart.Column<double, string, string>([0], Keys: new[] { "a" }),
        ["days"] = () => Chart.Line<DateTime, double, string>([DateTime.UnixEpoch], [1]),
        ["a heat map"] = () => Chart.Heatmap<double, int, int, string>([[double.NaN, 1]]),
        ["a pie"] = () => Chart.Pie<double, string, string>([1]),
        ["a histogram"] = () => Chart.Histogram<double, double, string>(X: new[] { 1.0 }),
    };

    public static TheoryData<string> Empty => [.. EmptyOnes.Keys];

    public static TheoryData<string> Drawn => [.. DrawnOnes.Keys];

    public static TheoryData<string> OfTheCourse => [.. Samples.All.Keys];

    [Theory, MemberData(nameof(Empty))]
    public void An_empty_chart_says_so_in_every_form(string name)
    {
        var chart = EmptyOnes[name]();
        Assert.Contains($"). {Notice}", Bundle.Plain(chart), StringComparison.Ordinal);
        // Below the picture, and once.
        var html = Bundle.Html(chart);
        var place = html.IndexOf(Notice, StringComparison.Ordinal);
        Assert.InRange(place, html.LastIndexOf("</script>", StringComparison.Ordinal), html.Length);
        Assert.Equal(place, html.LastIndexOf(Notice, StringComparison.Ordinal));

        var layout = JsonDocument.Parse(chart.ToDisplayString(Formats.PlotlyFigure)).RootElement.GetProperty("layout");
        var annotation = Assert.Single(layout.GetProperty("annotations").EnumerateArray());
        Assert.StartsWith(Notice.Trim(), annotation.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(("paper", 0, "top"), (annotation.String("yref"), annotation.GetProperty("y").GetInt32(), annotation.String("yanchor")));
        Assert.InRange(-annotation.GetProperty("yshift").GetDouble(), 60, layout.GetProperty("margin").GetProperty("b").GetDouble() - 40);
        Assert.False(chart.Layout().TryGetProperty("annotations", out _), "The chart itself was changed.");
    }

    [Theory, MemberData(nameof(Drawn))]
    public void A_chart_of_which_something_is_drawn_stays_as_it_is(string name) => AssertDrawn(DrawnOnes[name]());

    [Theory, MemberData(nameof(OfTheCourse))]
    public void The_figures_of_the_course_stay_as_they_are(string name) => AssertDrawn(Samples.All[name]());

    [Theory]
    [InlineData("""{"data": []}""", false)]
    [InlineData("""{"data": [{"type": "scatter"}], "layout": {}}""", false)]
    [InlineData("""{"data": [{"y": [1]}]}""", true)]
    [InlineData("""{"data": [{"x": [null], "y": [1]}]}""", false)]
    [InlineData("""{"data": [{"x": [1, 2], "y": [1]}]}""", true)]
    [InlineData("""{"data": [{"x": [], "y": [1]}]}""", false)]
    [InlineData("""{"data": [{"x": {"bdata": "AAAA", "dtype": "f8"}, "y": [1]}]}""", true)]
    [InlineData("""{"data": [{"x": [["a"], ["b"]], "y": [1]}]}""", true)]
    [InlineData("""{"data": [{"y": [-1, 0]}], "layout": {"yaxis": {"type": "log"}}}""", false)]
    [InlineData("""{"data": [{"y": [-1, 1]}], "layout": {"yaxis": {"type": "log"}}}""", true)]
    [InlineData("""{"data": [{"y": [-1], "yaxis": "y2"}], "layout": {"yaxis": {"type": "log"}}}""", true)]
    [InlineData("""{"data": [{"y": [-1], "yaxis": "y2"}], "layout": {"yaxis2": {"type": "log"}}}""", false)]
    [InlineData("""{"data": [{"y": ["NaN"]}], "layout": {"shapes": [{"type": "line"}]}}""", true)]
    [InlineData("""{"data": [{"y": ["NaN"]}], "layout": {"shapes": []}}""", false)]
    [InlineData("""{"data": [], "layout": {"annotations": [{"text": "here"}]}}""", true)]
    [InlineData("""{"data": [], "layout": {"images": [{"source": "data:"}]}}""", true)]
    [InlineData("""{"data": [{"y": [null]}], "layout": {"sliders": [{}]}}""", true)]
    [InlineData("""{"data": [{"y": [null], "stackgroup": "one"}]}""", true)]
    [InlineData("""{"data": [{"type": "table"}]}""", true)]
    [InlineData("""{"data": [{"type": "indicator", "value": 3}]}""", true)]
    [InlineData("""{"data": [{"type": "image", "source": "data:"}]}""", true)]
    [InlineData("""{"data": [{"type": "sunburst", "labels": ["a"]}]}""", true)]
    [InlineData("""{"data": [{"type": "surface", "z": [[null], [1]]}]}""", true)]
    [InlineData("""{"data": [{"type": "surface", "z": [[null], []]}]}""", false)]
    [InlineData("""{"data": [{"type": "contour", "z": {"bdata": "AAAA", "dtype": "f8"}}]}""", true)]
    [InlineData("""{"data": [{"type": "pie", "labels": ["a"]}]}""", true)]
    [InlineData("""{"data": [{"type": "pie", "values": ["NaN"], "labels": ["a"]}]}""", false)]
    [InlineData("""{"data": [{"type": "box", "q1": [1], "median": [2], "q3": [3]}]}""", true)]
    [InlineData("""{"data": [{"type": "box", "y": [null]}]}""", false)]
    [InlineData("""{"data": [{"type": "scatterpolar", "r": [1]}]}""", true)]
    [InlineData("""{"data": [{"type": "scatterpolar", "r": [null], "theta": [1]}]}""", false)]
    [InlineData("""{"data": [{"type": "scattergeo", "locations": ["FRA"]}]}""", true)]
    [InlineData("""{"data": [{"type": "candlestick", "open": [1], "high": [1], "low": [1], "close": [null]}]}""", false)]
    [InlineData("""{"data": [{"type": "of tomorrow"}]}""", true)]
    public void What_plotly_draws_is_known_by_the_kind_of_trace(string figure, bool isDrawn) => Assert.Equal(!isDrawn, EmptyChart.Is(figure));

    // plotly.js would make a category called NaN of text, and draw a point there.
    [Fact]
    public void Numbers_that_JSON_does_not_have_are_gaps()
    {
        var chart = Chart.Combine([
            Chart.Line<double, double, string>([1, 2, 3, double.PositiveInfinity], [double.NaN, 0, double.NegativeInfinity, 4]),
            Chart.Line<double, double, string>([double.NaN], [double.NaN]),
            Chart.Column<double, string, string>([1, 2], Keys: new[] { "NaN", "number" })]);
        var traces = JsonDocument.Parse(chart.ToDisplayString(Formats.PlotlyFigure)).RootElement.GetProperty("data");
        Assert.Equal([1, 2, 3, null], traces[0].Numbers("x"));
        Assert.Equal([null, 0, null, 4], traces[0].Numbers("y"));
        Assert.Equal([null], traces[1].Numbers("x"));
        Assert.Equal(["NaN", "number"], traces[2].Strings("x"));
        Assert.DoesNotContain("Infinity", Bundle.Html(chart), StringComparison.Ordinal);
    }

    private static void AssertDrawn(GenericChart chart)
    {
        if (!GenericChart.toJson(chart).Contains("NaN", StringComparison.Ordinal))
            Assert.Equal(GenericChart.toJson(chart), chart.ToDisplayString(Formats.PlotlyFigure));
        Assert.False(JsonDocument.Parse(chart.ToDisplayString(Formats.PlotlyFigure)).RootElement.GetProperty("layout").TryGetProperty("annotations", out var own)
            && !chart.Layout().TryGetProperty("annotations", out own));
        Assert.DoesNotContain(Notice, Bundle.Plain(chart), StringComparison.Ordinal);
        Assert.EndsWith("</script>", Bundle.Html(chart).TrimEnd(), StringComparison.Ordinal);
    }
}
