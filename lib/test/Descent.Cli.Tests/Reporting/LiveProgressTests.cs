using Descent.Cli.Reporting;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;
using Spectre.Console;

namespace Descent.Cli.Tests.Reporting;

public sealed class LiveProgressTests
{
    [Fact]
    public async Task The_table_ends_with_the_state_of_every_lesson()
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        var good = TestLesson.Of(new CellOutcome.Completed(null), new CellOutcome.Completed(null));
        var bad = TestLesson.Of(new CellOutcome.TimedOut(1));
        var progress = new LiveProgress([good.Notebook, bad.Notebook, good.Notebook]);

        var value = await progress.ShowAsync(console, () =>
        {
            progress.LessonStarted(0);
            progress.CellStarted(0, 2);
            progress.LessonFinished(0, good);
            progress.LessonStarted(1);
            progress.LessonFinished(1, bad);
            return Task.FromResult(7);
        });

        Assert.Equal(7, value);
        var text = output.ToString();
        Assert.Contains("finished", text, StringComparison.Ordinal);
        Assert.Contains("2/2", text, StringComparison.Ordinal);
        Assert.Contains("failed", text, StringComparison.Ordinal);
        Assert.Contains("waiting", text, StringComparison.Ordinal);
    }
}
