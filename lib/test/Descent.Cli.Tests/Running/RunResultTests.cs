using System.Globalization;
using Descent.Cli.Running;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Running;

public sealed class RunResultTests
{
    [Fact]
    public void The_last_line_has_a_fixed_form_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Built by hand: in invariant mode there is no German culture to ask for.
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = "," } };
            var lesson = TestLesson.Of(new CellOutcome.Completed(null), new CellOutcome.Completed(null), new CellOutcome.TimedOut(1), new CellOutcome.NotRun());

            var run = new RunResult([lesson, lesson], TimeSpan.FromSeconds(1234.56));

            Assert.Equal("2 notebooks, 6 cells, 2 errors, 1234.6 s", run.Summary);
            Assert.Equal(1, run.ExitCode);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Without_errors_the_exit_code_is_0()
    {
        var run = new RunResult([TestLesson.Of(new CellOutcome.Completed(null))], TimeSpan.FromSeconds(0.04));

        Assert.Equal("1 notebooks, 1 cells, 0 errors, 0.0 s", run.Summary);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Failing_on_purpose_is_no_error_but_dying_is()
    {
        var cell = TestNotebook.Code(1, "1", "raises-exception");

        Assert.False(new CellRun(cell, new CellOutcome.Threw("E", "m", [], null), [], default).Failed);
        Assert.False(new CellRun(cell, new CellOutcome.CompilationFailed([]), [], default).Failed);
        Assert.True(new CellRun(cell, new CellOutcome.TimedOut(1), [], default).Failed);
        Assert.True(new CellRun(cell, new CellOutcome.WorkerEnded(1, ""), [], default).Failed);
        Assert.True(new CellRun(TestNotebook.Code(1, "1"), new CellOutcome.Threw("E", "m", [], null), [], default).Failed);
    }
}
