namespace Descent.Notebooks.Tests.Charts;

public sealed class PlaneFigureTests
{
    [Fact]
    public void Surface_holds_the_function_row_by_row()
    {
        var trace = Assert.Single(Figures.Surface(x => 10 * x[0] + x[1], (0, 2), (5, 6), "Plane", count: 2).Traces());
        Assert.Equal([0, 2], trace.Numbers("x"));
        Assert.Equal([5, 6], trace.Numbers("y"));
        Assert.Equal("[[5,25],[6,26]]", trace.GetProperty("z").GetRawText().Replace(".0", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Axes_are_called_by_the_variables()
    {
        var scene = Figures.Surface(Samples.Bowl, (-1, 1), (-1, 1), "Bowl").Layout().GetProperty("scene");
        Assert.Equal("x₀", FigureJson.Text(scene.GetProperty("xaxis")));
        Assert.Equal("x₁", FigureJson.Text(scene.GetProperty("yaxis")));
        Assert.Equal("f(x₀, x₁)", FigureJson.Text(scene.GetProperty("zaxis")));
        Assert.Equal("x₀", Figures.Contours(Samples.Bowl, (-1, 1), (-1, 1), "Bowl").AxisTitle("xaxis"));
    }

    [Fact]
    public void Points_where_the_function_is_not_finite_are_left_out()
    {
        var trace = Figures.Contours(x => 1 / x[0], (0, 1), (0, 1), "Pole", count: 2).Traces()[0];
        Assert.Equal("[[null,1],[null,1]]", trace.GetProperty("z").GetRawText().Replace(".0", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Arrows_point_downhill_by_default_and_uphill_on_demand()
    {
        // At (1, 0) of a bowl the gradient points right: downhill is left, 270 or −90 degrees clockwise from up.
        var downhill = Figures.ArrowField(Samples.Bowl, (-1, 1), (-1, 1), "Down", count: 3).Traces()[1];
        var uphill = Figures.ArrowField(Samples.Bowl, (-1, 1), (-1, 1), "Up", uphill: true, count: 3).Traces()[1];
        Assert.Equal(-90, Angle(downhill, 1, 0), 1e-3);
        Assert.Equal(90, Angle(uphill, 1, 0), 1e-3);
        Assert.Equal(2, Custom(downhill, 1, 0)[2]!.Value, 1e-6);
    }

    [Fact]
    public void Arrow_of_a_point_with_no_slope_is_left_out()
    {
        var chart = Figures.ArrowField(Samples.Bowl, (-1, 1), (-1, 1), "Bowl", count: 3);
        Assert.Equal(8, chart.Traces()[1].Numbers("x").Length);
        Assert.Equal(24, chart.Traces()[0].Numbers("x").Length);
    }

    [Fact]
    public void Flat_function_has_no_arrows()
    {
        var chart = Figures.ArrowField(_ => 1, (-1, 1), (-1, 1), "Flat", count: 3);
        Assert.All(chart.Traces(), trace => Assert.Empty(trace.Numbers("x")));
    }

    [Fact]
    public void Longest_arrow_stays_within_its_cell()
    {
        var shafts = Figures.ArrowField(Samples.Bowl, (-1, 1), (-1, 1), "Bowl", count: 3).Traces()[0];
        var (x, y) = (shafts.Numbers("x"), shafts.Numbers("y"));
        var lengths = Enumerable.Range(0, 8).Select(arrow => Math.Sqrt(
            Math.Pow(x[3 * arrow + 1]!.Value - x[3 * arrow]!.Value, 2) + Math.Pow(y[3 * arrow + 1]!.Value - y[3 * arrow]!.Value, 2)));
        Assert.Equal(0.95, lengths.Max(), 1e-5);
    }

    private static double Angle(System.Text.Json.JsonElement heads, double x0, double x1)
    {
        var index = Enumerable.Range(0, heads.Numbers("x").Length).First(candidate => IsAt(heads, candidate, x0, x1));
        return heads.GetProperty("marker").Numbers("angle")[index]!.Value;
    }

    private static double?[] Custom(System.Text.Json.JsonElement heads, double x0, double x1)
    {
        var index = Enumerable.Range(0, heads.Numbers("x").Length).First(candidate => IsAt(heads, candidate, x0, x1));
        return [.. heads.GetProperty("customdata")[index].EnumerateArray().Select(value => (double?)value.GetDouble())];
    }

    private static bool IsAt(System.Text.Json.JsonElement heads, int index, double x0, double x1)
    {
        var custom = heads.GetProperty("customdata")[index];
        return custom[0].GetDouble() == x0 && custom[1].GetDouble() == x1;
    }

    [Fact]
    public void Arrows_lie_over_contours_only_if_asked_for()
    {
        Assert.Equal(2, Figures.ArrowField(Samples.Bowl, (-1, 1), (-1, 1), "Plain", count: 3).Traces().Length);
        Assert.Equal(3, Figures.ArrowField(Samples.Bowl, (-1, 1), (-1, 1), "Over contours", count: 3, contours: true).Traces().Length);
    }
}
