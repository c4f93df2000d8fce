using Plotly.NET.CSharp;

namespace Descent.Notebooks.Tests.Charts;

public sealed class ChartExtensionsTests
{
    [Fact]
    public void Own_titles_are_kept_where_none_is_given()
    {
        var chart = Chart.Line<double, double, string>([1, 2], [3, 4], Name: "line")
            .WithXAxisStyle<double, double, string>(TitleText: "time (s)")
            .WithCourseTheme("Speed", y: "speed (m/s)");
        Assert.Equal("Speed", chart.Title());
        Assert.Equal("time (s)", chart.AxisTitle("xaxis"));
        Assert.Equal("speed (m/s)", chart.AxisTitle("yaxis"));
    }

    [Fact]
    public void Original_chart_is_not_changed()
    {
        var original = Chart.Line<double, double, string>([1, 2], [3, 4]);
        var before = original.Json().GetRawText();
        _ = original.WithCourseTheme("Themed", "x", "y");
        Assert.Equal(before, original.Json().GetRawText());
    }

    [Fact]
    public void Size_can_be_changed_afterwards()
    {
        var layout = Chart.Line<double, double, string>([1], [2]).WithCourseTheme("Small").WithSize(300, 200).Layout();
        Assert.Equal(300, layout.GetProperty("width").GetInt32());
        Assert.Equal(200, layout.GetProperty("height").GetInt32());
    }

    [Fact]
    public void Figure_of_the_course_goes_on_with_Plotly_NET()
    {
        var chart = Figures.Curves(x => x * x, 0, 1, "Square").WithTraceInfo(Name: "renamed").WithSize(500, 300);
        Assert.Equal("renamed", chart.Traces()[0].String("name"));
        Assert.Equal(Theme.Transparent, chart.Layout().String("paper_bgcolor"));
    }

    [Fact]
    public void Figures_combine_with_charts_of_Plotly_NET()
    {
        var chart = Chart.Combine([Figures.Curves(x => x * x, 0, 1, "Square"), Chart.Point<double, double, string>([0.5], [0.25], Name: "point", UseDefaults: false)]);
        Assert.Equal(2, chart.Traces().Length);
        Assert.Equal("Square", chart.Title());
    }
}
