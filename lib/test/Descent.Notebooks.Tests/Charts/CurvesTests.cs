namespace Descent.Notebooks.Tests.Charts;

public sealed class CurvesTests
{
    [Fact]
    public void Function_is_evaluated_at_evenly_spaced_points()
    {
        var curve = Curve.Of("square", x => x * x, -1, 1, points: 5);
        Assert.Equal([-1, -0.5, 0, 0.5, 1], curve.X);
        Assert.Equal([1, 0.25, 0, 0.25, 1], curve.Y);
    }

    [Fact]
    public void Each_curve_is_a_trace_with_its_name_points_and_colour()
    {
        var chart = Figures.Curves(
            [new("line", [0, 1], [2, 3]), Curve.Points("points", [4], [5])], "Two curves", x: "time (s)", y: "length (m)");
        var traces = chart.Traces();
        Assert.Equal("Two curves", chart.Title());
        Assert.Equal("time (s)", chart.AxisTitle("xaxis"));
        Assert.Equal("length (m)", chart.AxisTitle("yaxis"));
        Assert.Equal(["line", "points"], traces.Select(trace => trace.String("name")));
        Assert.Equal(["lines", "markers"], traces.Select(trace => trace.String("mode")));
        Assert.Equal([2, 3], traces[0].Numbers("y"));
        Assert.Equal(Theme.Blue, traces[0].GetProperty("line").String("color"));
        Assert.Equal(Theme.Orange, traces[1].GetProperty("marker").String("color"));
        Assert.True(chart.Layout().GetProperty("showlegend").GetBoolean());
    }

    [Fact]
    public void Values_that_are_not_finite_leave_gaps()
    {
        var chart = Figures.Curves([new("gaps", [1, 2, 3], [double.NaN, double.PositiveInfinity, 7])], "Gaps");
        Assert.Equal([null, null, 7], chart.Traces()[0].Numbers("y"));
    }

    [Fact]
    public void Axes_are_logarithmic_on_demand()
    {
        var layout = Figures.Curves([new("error", [1e-3, 1], [1e-6, 1])], "Error", logX: true, logY: true).Layout();
        Assert.Equal("log", layout.GetProperty("xaxis").String("type"));
        Assert.Equal("log", layout.GetProperty("yaxis").String("type"));
    }

    [Fact]
    public void Unequal_numbers_of_x_and_y_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Figures.Curves([new("bent", [1, 2], [3])], "Bent"));
        Assert.Equal("The curve \"bent\" needs as many y as x; found 2 x and 1 y.", error.Message);
    }

    [Fact]
    public void No_curve_at_all_is_an_error() => Assert.Throws<ArgumentException>(() => Figures.Curves([], "None"));

    [Fact]
    public void Empty_range_is_an_error()
    {
        var error = Assert.Throws<ArgumentException>(() => Figures.Curves(x => x, 1, 1, "Empty"));
        Assert.StartsWith("A figure's range must be two finite numbers, the smaller first; found (1, 1).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tangent_touches_the_curve_with_its_slope()
    {
        var traces = Figures.Tangents(x => x * x, [1], 0, 3, "Tangent").Traces();
        Assert.Equal(["f(x)", "slope 2 at 1", "points of contact"], traces.Select(trace => trace.String("name")));
        Assert.Equal(-1, traces[1].Numbers("y")[0]!.Value, 1e-6);
        Assert.Equal(5, traces[1].Numbers("y")[1]!.Value, 1e-6);
        Assert.Equal([1], traces[2].Numbers("y"));
    }
}
