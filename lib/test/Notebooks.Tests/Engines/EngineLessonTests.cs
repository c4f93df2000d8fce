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
    public static readonly TheoryData<string> NamesOfWrongAnswers = [.. WrongAnswers.ByName.Keys];

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
    [MemberData(nameof(NamesOfWrongAnswers))]
    public void A_wrong_answer_is_found_in_its_cell(string name)
    {
        var planted = LessonFiles.Names.Select(lesson => lesson.Data).Select(lesson => Plant(lesson, WrongAnswers.ByName[name])).Where(cell => cell is not null).ToList();

        Assert.NotEmpty(planted);
        Assert.All(planted, cell => Assert.Equal([cell!.Value.Number], cell.Value.Found));
    }

    /// <summary>Plants a wrong answer into the last cell that it fits; null when there is none.</summary>
    private (int Number, IEnumerable<int> Found)? Plant(string lesson, Func<IReadOnlyList<RecordedOutput>, IReadOnlyList<RecordedOutput>?> answer)
    {
        var result = runs.Of(lesson);
        if (result.Cells.LastOrDefault(cell => !cell.Cell.Tags.Contains(NotebookCell.VariesTag) && answer(cell.Outputs) is not null) is not { } right)
            return null;
        var wrong = result with { Cells = [.. result.Cells.Select(cell => cell == right ? cell with { Outputs = answer(cell.Outputs)! } : cell)] };
        var found = LessonCheck.CellsThatDiffer(SavedLessonReader.Read(LessonFiles.Read(lesson)), wrong);
        return (right.Cell.Number, found.Select(item => item.Cell.Number));
    }

    private static int Figures(IEnumerable<RecordedOutput> outputs) => outputs.Count(Figure.IsChart);

    private IEnumerable<RecordedOutput> Outputs(string lesson) => runs.Of(lesson).Cells.SelectMany(cell => cell.Outputs);
}
