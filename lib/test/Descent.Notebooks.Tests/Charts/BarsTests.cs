namespace Descent.Notebooks.Tests.Charts;

public sealed class BarsTests
{
    [Fact]
    public void Vector_gives_one_bar_for_each_class()
    {
        var chart = Figures.Bars(Tensor.Of(0.1, 0.9), "Belief");
        var trace = Assert.Single(chart.Traces());
        Assert.Equal(["0", "1"], trace.Strings("x"));
        Assert.Equal([0.1, 0.9], trace.Numbers("y"));
        Assert.Equal("class", chart.AxisTitle("xaxis"));
        Assert.Equal("probability", chart.AxisTitle("yaxis"));
    }

    [Fact]
    public void Groups_stand_side_by_side()
    {
        var chart = Figures.Bars([("y", Tensor.Of(0.3, 0.7)), ("t", Tensor.Of(0, 1))], "Compare", labels: ["cat", "dog"]);
        Assert.Equal(["y", "t"], chart.Traces().Select(trace => trace.String("name")));
        Assert.Equal(["cat", "dog"], chart.Traces()[1].Strings("x"));
        Assert.Equal("group", chart.Layout().String("barmode"));
    }

    [Fact]
    public void Matrix_is_refused_with_its_shape()
    {
        var error = Assert.Throws<ArgumentException>(() => Figures.Bars(Tensor.Zeros(2, 2), "Matrix"));
        Assert.Equal(
            "The bars \"probability\" need a vector of 4 values, one for each label; found a tensor of shape [2, 2].", error.Message);
    }
}
