using System.CommandLine;
using Descent.Cli.Checking;
using Descent.Cli.Notebooks;
using Descent.Cli.Reporting;
using Descent.Cli.Running;
using Descent.Cli.Saved;

namespace Descent.Cli.CommandLine;

/// <summary><c>descent check</c>: whether the outputs that notebooks hold are what their cells show.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var notebooks = RunCommand.NotebooksArgument();
        var command = new Command("check", "Runs notebooks and compares what their cells show with the outputs saved in them, cell by cell.")
        {
            notebooks,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            NotebookSelection.Read(parsed.GetValue(notebooks) ?? []), parsed.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private const int StaleExitCode = 1;

    private static async Task<int> RunAsync(IReadOnlyList<Notebook> notebooks, TextWriter output, CancellationToken cancellationToken)
    {
        // Read before the run: an unreadable output is found within a second.
        var saved = notebooks.Select(SavedLessonReader.Read).ToList();
        var result = await RunConsole.RunAsync(notebooks, new RunOptions(), output, cancellationToken);
        RunConsole.ShowFailures(result, output);
        var report = saved.Zip(result.Lessons, Stale).SelectMany(lines => lines).ToList();
        foreach (var line in report)
            output.WriteLine(line);
        if (report.Count > 0)
            output.WriteLine("Saved outputs are stale. To write them anew: descent run --write");
        output.WriteLine(result.Summary);
        return report.Count == 0 ? result.ExitCode : StaleExitCode;
    }

    private static IEnumerable<string> Stale(SavedLesson saved, LessonResult result) =>
        CheckReport.Lines(saved.Notebook, [.. LessonCheck.StaleCells(saved, result)]).Concat(PublishedPictures.Complaints(saved));
}
