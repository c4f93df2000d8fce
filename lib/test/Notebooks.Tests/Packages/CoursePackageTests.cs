using Descent.Cli.Outputs;
using Descent.Cli.Worker;
using static Notebooks.Tests.Packages.CoursePackageRuns;

namespace Notebooks.Tests.Packages;

/// <summary>The course as a package prepares a notebook that loads it, without a call, in whichever engine and order.</summary>
public sealed class CoursePackageTests(CoursePackageRuns runs) : IClassFixture<CoursePackageRuns>
{
    [Theory]
    [InlineData(Own, PackageFirst)]
    [InlineData(Own, PackageLast)]
    [InlineData(Released, PackageFirst)]
    [InlineData(Released, PackageLast)]
    [InlineData(Released, LibrariesAndCall)]
    public void Values_look_as_after_the_call_in_the_course_s_own_kernel(string engine, string notebook)
    {
        Assert.All(runs.Of(engine, notebook).Cells, cell => Assert.IsType<CellOutcome.Completed>(cell.Outcome));
        Assert.Equal(Values(Own, LibrariesAndCall), Values(engine, notebook));
    }

    [Fact]
    public void Charts_have_every_form_and_the_course_s_own_page()
    {
        var (tensor, one, several) = Values(Own, LibrariesAndCall) is [var first, var second, var third] ? (first, second, third) : default;

        Assert.Equal([MimeTypes.Html, MimeTypes.PlainText], tensor.Keys);
        Assert.All([one, several], chart =>
        {
            Assert.Equal([MimeTypes.Plotly, MimeTypes.Html, MimeTypes.PlainText], chart.Keys);
            Assert.Contains("window.descentPlotly", chart[MimeTypes.Html], StringComparison.Ordinal);
            Assert.DoesNotContain("require", chart[MimeTypes.Html], StringComparison.Ordinal);
        });
        Assert.Equal("Figure: One (1 trace)", one[MimeTypes.PlainText]);
        Assert.Equal("Figure: Two (2 traces)", several[MimeTypes.PlainText]);
    }

    [Theory]
    [InlineData(Own)]
    [InlineData(Released)]
    public void Without_the_package_and_the_call_values_look_otherwise(string engine)
    {
        var values = Values(engine, LibrariesAlone);

        Assert.NotEqual(Values(Own, LibrariesAndCall)[0], values[0]);
        Assert.All(values, value => Assert.DoesNotContain(MimeTypes.Plotly, value.Keys));
        // The released engine draws no chart at all.
        Assert.Equal(engine == Released ? 1 : 3, values.Count);
    }

    [Theory]
    [InlineData(Own)]
    [InlineData(Released)]
    public void The_cell_that_loads_it_shows_what_the_call_returns_and_nothing_else(string engine)
    {
        var returned = Assert.IsType<RecordedOutput.ExecuteResult>(Assert.Single(runs.Of(engine, LibrariesAndCall).Cells[0].Outputs));
        Assert.Contains("window.descentPlotly = ", returned.Data[MimeTypes.Html], StringComparison.Ordinal);

        Assert.Empty(runs.Of(engine, PackageLast).Cells[0].Outputs);
        var shown = Assert.IsType<RecordedOutput.DisplayData>(Assert.Single(runs.Of(engine, PackageLast).Cells[1].Outputs));

        Assert.Equal(Forms(returned), Forms(shown));
    }

    [Theory]
    [InlineData(Own)]
    [InlineData(Released)]
    public void The_sample_of_the_README_shows_its_chart_in_the_cell_that_loads_it(string engine)
    {
        var cells = runs.Of(engine, PackageFirst).Cells;

        Assert.Equal(
            ["The course is ready; its charts need no network.", "Figure: A parabola (1 trace)"],
            cells[0].Outputs.Select(output => ((RecordedOutput.Bundle)output).Data[MimeTypes.PlainText]));
        Assert.NotNull(((RecordedOutput.Bundle)cells[0].Outputs[1]).Figure);
        Assert.Empty(cells[1].Outputs);
    }

    [Theory]
    [InlineData(Own)]
    [InlineData(Released)]
    public void No_output_holds_a_path_of_the_machine(string engine)
    {
        var text = string.Concat(new[] { PackageFirst, PackageLast }
            .SelectMany(notebook => runs.Of(engine, notebook).Cells)
            .SelectMany(cell => cell.Outputs)
            .SelectMany(output => output is RecordedOutput.Bundle bundle ? bundle.Data.Values : [$"{output}"]));

        Assert.DoesNotContain(runs.Package.Folder, text, StringComparison.Ordinal);
        Assert.DoesNotContain(runs.Cache, text, StringComparison.Ordinal);
    }

    private List<SortedDictionary<string, string>> Values(string engine, string notebook) =>
        [.. runs.Of(engine, notebook).Cells.SelectMany(cell => cell.Outputs).OfType<RecordedOutput.ExecuteResult>().Select(Forms).TakeLast(3)];

    private static SortedDictionary<string, string> Forms(RecordedOutput.Bundle bundle) => new(bundle.Data.ToDictionary(), StringComparer.Ordinal);
}
