using System.Text.Json;
using Plotly.NET;

namespace Descent.Notebooks.Tests.Charts;

public sealed class EveryFigureTests
{
    public static TheoryData<string> Names => [.. Samples.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Has_a_title_and_a_size(string name)
    {
        var layout = Samples.All[name]().Layout();
        Assert.NotEqual("", FigureJson.Text(layout));
        Assert.InRange(layout.GetProperty("width").GetInt32(), 200, 800);
        Assert.InRange(layout.GetProperty("height").GetInt32(), 150, 700);
    }

    [Theory, MemberData(nameof(Names))]
    public void Has_titles_on_its_axes_unless_they_are_hidden(string name)
    {
        var layout = Samples.All[name]().Layout();
        var space = layout.TryGetProperty("scene", out var scene) ? scene : layout;
        string[] axes = scene.ValueKind == JsonValueKind.Object ? ["xaxis", "yaxis", "zaxis"] : ["xaxis", "yaxis"];
        Assert.All(axes, axis => Assert.True(
            space.GetProperty(axis).TryGetProperty("visible", out var visible) && !visible.GetBoolean()
            || FigureJson.Text(space.GetProperty(axis)).Length > 0));
    }

    [Theory, MemberData(nameof(Names))]
    public void Lets_the_page_show_through(string name)
    {
        var json = GenericChart.toJson(Samples.All[name]());
        var layout = Samples.All[name]().Layout();
        Assert.Equal(Theme.Transparent, layout.String("paper_bgcolor"));
        Assert.Equal(Theme.Transparent, layout.String("plot_bgcolor"));
        Assert.DoesNotContain("rgba(255, 255, 255, 1.0)", json, StringComparison.Ordinal);
        Assert.DoesNotContain("rgba(229, 236, 246, 1.0)", json, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void Is_the_same_text_each_time(string name) =>
        Assert.Equal(GenericChart.toJson(Samples.All[name]()), GenericChart.toJson(Samples.All[name]()));

    [Theory, MemberData(nameof(Names))]
    public void Is_small_enough_to_keep_in_a_notebook(string name) =>
        Assert.InRange(GenericChart.toJson(Samples.All[name]()).Length, 500, 60_000);

    [Theory, MemberData(nameof(Names))]
    public void Says_what_the_pointer_is_over(string name)
    {
        if (name != "Own")
            Assert.Contains(Samples.All[name]().Traces(), trace => trace.TryGetProperty("hovertemplate", out _));
    }
}
