namespace Descent.Notebooks.Tests.Charts;

public sealed class DescentFigureTests
{
    [Fact]
    public void Path_is_drawn_point_by_point_over_the_contours()
    {
        var path = Gradients.Descend(Samples.Bowl, Tensor.Of(-3, 4), learningRate: 0.1, steps: 2);
        var traces = Figures.DescentPaths(Samples.Bowl, [path], (-5, 5), (-5, 5), "Path").Traces();
        Assert.Equal(["contour", "scatter"], traces.Select(trace => trace.String("type")));
        Assert.Equal("learning rate 0.1", traces[1].String("name"));
        Assert.Equal([-3, -2.4, -1.92], traces[1].Numbers("x"));
        Assert.Equal([25, 16, 10.24], traces[1].Numbers("customdata"));
    }

    [Fact]
    public void Path_that_diverges_is_drawn_to_where_it_leaves()
    {
        var path = Gradients.Descend(Samples.Bowl, Tensor.Of(-3, 4), learningRate: 10, steps: 100);
        var points = Figures.DescentPaths(Samples.Bowl, [path], (-5, 5), (-5, 5), "Diverges").Traces()[1].Numbers("x");
        Assert.Equal([-3, 57], points);
    }

    [Fact]
    public void Slider_shows_one_path_at_a_time_and_needs_no_kernel()
    {
        var chart = Figures.DescentSlider(Samples.Bowl, Tensor.Of(1, 1), [0.1, 0.5, 1], 3, (-2, 2), (-2, 2), "Slider", active: 1);
        Assert.Equal([false, true, false], chart.Traces().Skip(1).Select(trace => trace.GetProperty("visible").GetBoolean()));
        var slider = Assert.Single(chart.Layout().GetProperty("sliders").EnumerateArray());
        Assert.Equal(1, slider.GetProperty("active").GetInt32());
        var steps = slider.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal(["0.1", "0.5", "1"], steps.Select(step => step.String("label")));
        Assert.All(steps, step => Assert.Equal("update", step.String("method")));
        Assert.Equal("[true,false,false,true]", steps[2].GetProperty("args")[0].GetProperty("visible").GetRawText());
        Assert.Equal(
            "Slider<br><sub>after 3 steps: f = 2</sub>", steps[2].GetProperty("args")[1].String("title.text"));
    }

    [Fact]
    public void Path_of_more_than_two_numbers_is_refused()
    {
        var path = new DescentPath([Tensor.Of(1, 2, 3)], [0], 0.1);
        var error = Assert.Throws<ArgumentException>(() => Figures.DescentPaths(Samples.Bowl, [path], (-1, 1), (-1, 1), "Space"));
        Assert.Equal("A path over contours needs points of two numbers; found one of 3.", error.Message);
    }

    [Fact]
    public void Another_number_of_names_than_of_paths_is_refused()
    {
        var path = new DescentPath([Tensor.Of(1, 2)], [0], 0.1);
        var error = Assert.Throws<ArgumentException>(
            () => Figures.DescentPaths(Samples.Bowl, [path], (-1, 1), (-1, 1), "Names", names: ["one", "two"]));
        Assert.StartsWith("Each path needs a name; found 1 paths and 2 names.", error.Message, StringComparison.Ordinal);
    }
}
