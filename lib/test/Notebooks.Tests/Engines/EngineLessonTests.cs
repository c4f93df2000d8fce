using Descent.Cli.Checking;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Reporting;
using Descent.Cli.Saved;
using Notebooks.Tests.Lessons;

namespace Notebooks.Tests.Engines;

/// <summary>The lessons in .NET Interactive as it was released, driven over its standard input and output.</summary>
public sealed class EngineLessonTests(EngineLessonRuns runs) : IClassFixture<EngineLessonRuns>
{
    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void No_command_fails(string lesson)
    {
        var result = runs.Of(lesson);

        Assert.True(result.Errors == 0, string.Join('\n', FailureReport.Lines(result)));
        Assert.Equal(0, result.CellsNotRun);
        Assert.NotEqual(0, result.CellsRun);
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Shows_the_saved_text_and_the_data_of_every_saved_figure(string lesson)
    {
        var notebook = LessonFiles.Read(lesson);

        Assert.Empty(CheckReport.Lines(notebook, [.. LessonCheck.CellsThatDiffer(SavedLessonReader.Read(notebook), runs.Of(lesson))]));
        Assert.Equal(Figures(SavedLessonReader.Read(notebook).Cells.Values.SelectMany(cell => cell.Outputs)), Figures(Outputs(lesson)));
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Writes_nothing_to_stderr(string lesson) =>
        Assert.DoesNotContain(Outputs(lesson), output => output is RecordedOutput.Stream { Name: "stderr" });

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void One_number_of_a_figure_that_changes_is_found_in_its_cell(string lesson)
    {
        var notebook = LessonFiles.Read(lesson);
        var saved = SavedLessonReader.Read(notebook);
        var (number, cell) = saved.Cells.OrderBy(item => item.Key)
            .Last(item => !notebook.Cells[item.Key - 1].Tags.Contains(NotebookCell.VariesTag) && Figures(item.Value.Outputs) > 0);
        var figures = cell.Outputs.Select(output => output is RecordedOutput.Bundle { Figure: { } figure } bundle ? bundle with { Data = Wider(bundle.Data, figure) } : output);
        var tampered = saved with { Cells = new Dictionary<int, SavedCell>(saved.Cells) { [number] = cell with { Outputs = [.. figures] } } };

        var (found, difference) = Assert.Single(LessonCheck.CellsThatDiffer(tampered, runs.Of(lesson)));

        Assert.Equal(number, found.Number);
        Assert.EndsWith("layout.width", difference.Where, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Wider(IReadOnlyDictionary<string, string> data, string figure)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(figure)!;
        json["layout"]!["width"] = json["layout"]!["width"]!.GetValue<int>() + 1;
        return new Dictionary<string, string>(data) { [MimeTypes.Plotly] = json.ToJsonString() };
    }

    private static int Figures(IEnumerable<RecordedOutput> outputs) => outputs.Count(Figure.IsChart);

    private IEnumerable<RecordedOutput> Outputs(string lesson) => runs.Of(lesson).Cells.SelectMany(cell => cell.Outputs);
}
