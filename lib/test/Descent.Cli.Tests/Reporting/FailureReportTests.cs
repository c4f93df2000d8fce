using Descent.Cli.Reporting;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Reporting;

public sealed class FailureReportTests
{
    [Fact]
    public void A_compiler_error_shows_its_line_and_points_at_its_column() => Assert.Equal(
        [
            "notebooks/01-a.ipynb, cell 2 (2,3): error CS0103: The name 'b' does not exist",
            "    \ta b",
            "    \t ^",
            "  2 cells after it were not run.",
        ],
        FailureReport.Lines(TestLesson.Of(
            new CellOutcome.Completed(null),
            new CellOutcome.CompilationFailed([new Diagnostic("CS0103", "The name 'b' does not exist", 2, 3, "\ta b")]),
            new CellOutcome.NotRun(),
            new CellOutcome.NotRun())));

    [Fact]
    public void An_exception_shows_the_cells_own_line_and_its_trace() => Assert.Equal(
        [
            "notebooks/01-a.ipynb, cell 1 (line 3): error: System.Exception: went wrong",
            "    third",
            "     at Helper() in cell 1, line 1: first",
            "  1 cell after it was not run.",
        ],
        FailureReport.Lines(TestLesson.Of(
            new CellOutcome.Threw("System.Exception", "went wrong", ["   at Helper() in cell 1, line 1: first", "   at cell 1, line 3: third"], 3),
            new CellOutcome.NotRun())));

    [Fact]
    public void An_exception_without_a_line_of_the_cell_stands_alone() => Assert.Equal(
        ["notebooks/01-a.ipynb, cell 1: error: System.Exception: went wrong"],
        FailureReport.Lines(TestLesson.Of(new CellOutcome.Threw("System.Exception", "went wrong", [], null))));

    [Fact]
    public void A_timeout_says_how_to_allow_more() => Assert.Equal(
        [
            "notebooks/01-a.ipynb, cell 1: error: The cell ran for longer than 2.5 s and was stopped. " +
            "Look for a loop that does not end, or allow more with --timeout SECONDS.",
        ],
        FailureReport.Lines(TestLesson.Of(new CellOutcome.TimedOut(2.5))));

    [Fact]
    public void An_engine_that_cannot_be_talked_to_says_why() => Assert.Equal(
        ["notebooks/01-a.ipynb, cell 1: error: The engine is gone."],
        FailureReport.Lines(TestLesson.Of(new CellOutcome.EngineFailed("The engine is gone."))));

    [Theory]
    [InlineData(0, "", "The process that ran the cell ended with exit code 0. Look for a call of Environment.Exit.")]
    [InlineData(137, "", "The process that ran the cell was killed (exit code 137): by the cell, by somebody else, or by the system for want of memory.")]
    [InlineData(134, "Fatal error.", "The process that ran the cell ended with exit code 134, after it had written what follows.")]
    [InlineData(
        134,
        "Stack overflow.",
        "The stack overflowed, which ended the process that ran the cell (exit code 134). Look for a method that calls itself without end.")]
    public void A_death_says_what_is_known(int exitCode, string lastWords, string expected)
    {
        var lines = FailureReport.Lines(TestLesson.Of(new CellOutcome.WorkerEnded(exitCode, lastWords))).ToList();

        Assert.Equal($"notebooks/01-a.ipynb, cell 1: error: {expected}", lines[0]);
        Assert.Equal(lastWords.Length == 0 ? [] : [$"  {lastWords}"], lines.Skip(1));
    }

    [Fact]
    public void A_lesson_without_errors_has_nothing_to_show() =>
        Assert.Empty(FailureReport.Lines(TestLesson.Of(new CellOutcome.Completed(null))));
}
