using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Reporting;

namespace Notebooks.Tests.Lessons;

[Collection<SharedLessonRuns>]
public sealed class LessonRunTests(LessonRuns runs)
{
    private const int EvaluationsOfTheFullRun = 17;

    [Fact]
    public void There_are_six_lessons() => Assert.Equal(6, LessonFiles.Names.Count);

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Runs_from_top_to_bottom_without_an_error(string lesson)
    {
        var result = runs.First(lesson);

        Assert.True(result.Errors == 0, string.Join('\n', FailureReport.Lines(result)));
        Assert.Equal(0, result.CellsNotRun);
        Assert.NotEqual(0, result.CellsRun);
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Two_runs_print_the_same(string lesson)
    {
        foreach (var (first, second) in runs.First(lesson).Cells.Zip(runs.Second(lesson).Cells))
        {
            var difference = first.Cell.Tags.Contains(NotebookCell.VariesTag)
                ? OutputComparison.FirstDifferenceInShape(first.Outputs, second.Outputs)
                : OutputComparison.FirstDifference(first.Outputs, second.Outputs);
            Assert.True(difference is null, $"{lesson}, cell {first.Cell.Number}: {difference}");
        }
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void Every_chart_has_a_caption_in_the_prose_after_it(string lesson)
    {
        var result = runs.First(lesson);
        var cells = result.Notebook.Cells;
        foreach (var run in result.Cells.Where(run => run.Outputs.Any(Figure.IsChart)))
        {
            var prose = cells.Skip(run.Cell.Number).FirstOrDefault(cell => cell.Kind == CellKind.Markdown);
            Assert.True(
                prose?.Source.Contains("*Figure", StringComparison.Ordinal) ?? false,
                $"{lesson}, cell {run.Cell.Number} draws a chart: expected the next prose to hold its caption, *Figure …*, found none.");
        }
    }

    [Theory]
    [MemberData(nameof(LessonFiles.Names), MemberType = typeof(LessonFiles))]
    public void A_cell_tagged_as_raising_an_exception_does_raise_one(string lesson) => Assert.All(
        runs.First(lesson).Cells.Where(run => run.Cell.Tags.Contains(NotebookCell.RaisesExceptionTag)),
        run => Assert.IsType<RecordedOutput.Error>(run.Outputs[^1]));

    [Fact]
    public void The_full_run_of_lesson_5_is_evaluated_17_times_and_ends_as_well_as_it_should()
    {
        var result = runs.First("05-training-a-network.ipynb");

        Assert.Equal(EvaluationsOfTheFullRun, Figure.Lines(result, "training data")[0].Length);
        var testAccuracies = Figure.Lines(result, "test data")[0];
        Assert.Equal(EvaluationsOfTheFullRun, testAccuracies.Length);
        Assert.InRange(testAccuracies[^1], 0.94, 0.95);
    }
}
