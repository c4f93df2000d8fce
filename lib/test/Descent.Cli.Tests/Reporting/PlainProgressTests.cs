using Descent.Cli.Reporting;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Reporting;

public sealed class PlainProgressTests
{
    [Fact]
    public void A_lesson_has_a_line_for_its_start_and_one_for_its_end()
    {
        var output = new StringWriter { NewLine = "\n" };
        var good = TestLesson.Of(new CellOutcome.Completed(null));
        var bad = TestLesson.Of(new CellOutcome.TimedOut(1), new CellOutcome.NotRun());
        var progress = new PlainProgress([good.Notebook, bad.Notebook], output);

        progress.LessonStarted(0);
        progress.CellStarted(0, 1);
        progress.LessonStarted(1);
        progress.LessonFinished(1, bad);
        progress.LessonFinished(0, good);

        Assert.Equal(
            """
            started   notebooks/01-a.ipynb, 1 cells
            started   notebooks/01-a.ipynb, 2 cells
            FAILED    notebooks/01-a.ipynb, 1 cells, 1 errors, 2.0 s
            finished  notebooks/01-a.ipynb, 1 cells, 0 errors, 2.0 s

            """,
            output.ToString());
    }
}
