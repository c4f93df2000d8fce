using Descent.Cli.Checking;
using Descent.Cli.Notebooks;
using Descent.Cli.Running;
using Descent.Cli.Saved;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Checking;

public sealed class LessonCheckTests
{
    private static readonly Notebook Lesson = new(
        "/nowhere/n.ipynb",
        "notebooks/n.ipynb",
        [TestNotebook.Code(1, "1"), new NotebookCell(2, null, CellKind.Markdown, "# Title", []), TestNotebook.Code(3, " "), TestNotebook.Code(4, "4")]);

    [Fact]
    public void What_is_saved_in_order_and_shown_again_is_fresh() => Assert.Empty(Lines(Cell(1, "a"), new SavedCell(null, []), Cell(2, "b")));

    [Fact]
    public void A_cell_that_shows_something_else_is_named_with_both() => Assert.Equal(
        [
            "notebooks/n.ipynb, cell 4 (cell-4): output 1, stdout, line 1",
            "  - saved: c",
            "  + now:   b",
        ],
        Lines(Cell(1, "a"), new SavedCell(null, []), Cell(2, "c")));

    [Fact]
    public void Cells_that_were_run_out_of_order_are_named() => Assert.Equal(
        [
            "notebooks/n.ipynb, cell 1 (cell-1): the execution count",
            "  - saved: 7",
            "  + now:   1",
            "notebooks/n.ipynb, cell 4 (cell-4): the execution count",
            "  - saved: none: it was never run",
            "  + now:   2",
        ],
        Lines(Cell(7, "a"), new SavedCell(null, []), Cell(null, "b")));

    [Fact]
    public void A_blank_cell_holds_nothing() => Assert.Equal(
        [
            "notebooks/n.ipynb, cell 3 (cell-3): the kinds of its outputs",
            "  - saved: stdout",
            "  + now:   nothing",
        ],
        Lines(Cell(1, "a"), Cell(null, "old"), Cell(2, "b")));

    [Fact]
    public void Of_many_stale_cells_the_first_are_shown()
    {
        var cell = TestNotebook.Code(1, "1");
        var stale = Enumerable.Repeat((cell, new Difference("there", "a", "b")), 7).ToList();

        var lines = CheckReport.Lines(Lesson, stale).ToList();

        Assert.Equal(5 * 3 + 1, lines.Count);
        Assert.Equal("notebooks/n.ipynb: 2 more cells differ.", lines[^1]);
    }

    private static SavedCell Cell(int? count, string text) => new(count, [TestOutput.Text(text)]);

    private static IReadOnlyList<string> Lines(params SavedCell[] saved)
    {
        int[] numbers = [1, 3, 4];
        var lesson = new SavedLesson(Lesson, numbers.Zip(saved).ToDictionary(item => item.First, item => item.Second));
        var result = new LessonResult(Lesson, [Run(Lesson.Cells[0], "a"), Run(Lesson.Cells[3], "b")], default);
        return [.. CheckReport.Lines(Lesson, [.. LessonCheck.StaleCells(lesson, result)])];
    }

    private static CellRun Run(NotebookCell cell, string text) => new(cell, new CellOutcome.Completed(null), [TestOutput.Text(text)], default);
}
