using Descent.Cli.Notebooks;
using Descent.Cli.Running;
using Spectre.Console;

namespace Descent.Cli.Reporting;

/// <summary>Runs notebooks in front of whoever looks on: a live table for a person, plain lines for everything else.</summary>
internal static class RunConsole
{
    public static async Task<RunResult> RunAsync(
        IReadOnlyList<Notebook> notebooks, RunOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        var runner = new CourseRunner(options);
        if (IsPersonWatching(output))
        {
            var live = new LiveProgress(notebooks);
            return await live.ShowAsync(AnsiConsole.Console, () => runner.RunAsync(notebooks, live, cancellationToken));
        }

        return await runner.RunAsync(notebooks, new PlainProgress(notebooks, output), cancellationToken);
    }

    /// <summary>Shows what failed, notebook by notebook, in the background too.</summary>
    public static void ShowFailures(RunResult result, TextWriter output)
    {
        var shown = result.Lessons
            .Select(lesson => FailureReport.Lines(lesson).Concat(FailureReport.BackgroundLines(lesson)).ToList())
            .Where(lines => lines.Count > 0)
            .ToList();
        foreach (var line in shown.SelectMany(lines => lines.Prepend("")))
            output.WriteLine(line);
        if (shown.Count > 0)
            output.WriteLine();
    }

    private static bool IsPersonWatching(TextWriter output) =>
        output == Console.Out
        && !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))
        && AnsiConsole.Profile.Capabilities.Ansi;
}
