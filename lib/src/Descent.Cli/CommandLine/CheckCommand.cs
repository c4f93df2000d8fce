using System.CommandLine;
using Descent.Cli.Checking;
using Descent.Cli.Engines;
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
        var engine = EngineOption.Create();
        var command = new Command("check", "Runs notebooks and compares what their cells show with the outputs saved in them, cell by cell.")
        {
            notebooks,
            engine,
        };
        command.SetAction(async (parsed, cancellationToken) => await RunAsync(
            NotebookSelection.Read(parsed.GetValue(notebooks) ?? []),
            await EngineOption.FindAsync(parsed.GetValue(engine), cancellationToken),
            parsed.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private const int StaleExitCode = 1;

    private static async Task<int> RunAsync(
        IReadOnlyList<Notebook> notebooks, EngineProgram? engine, TextWriter output, CancellationToken cancellationToken)
    {
        // Read before the run: an unreadable output is found within a second.
        var saved = notebooks.Select(SavedLessonReader.Read).ToList();
        var result = await RunConsole.RunAsync(notebooks, new RunOptions { Engine = engine }, output, cancellationToken);
        RunConsole.ShowFailures(result, output);
        var report = saved.Zip(result.Lessons, (lesson, run) => Stale(lesson, run, engine is not null)).SelectMany(lines => lines).ToList();
        foreach (var line in report)
            output.WriteLine(line);
        if (report.Count > 0)
            output.WriteLine(Advice(engine));
        output.WriteLine(result.Summary);
        return report.Count == 0 ? result.ExitCode : StaleExitCode;
    }

    private static string Advice(EngineProgram? engine) => engine is null
        ? "Saved outputs are stale. To write them anew: descent run --write"
        : $"{DotnetInteractive.Name} shows something else than is saved. Whether what is saved is stale: descent check";

    private static IEnumerable<string> Stale(SavedLesson saved, LessonResult result, bool inOtherEngine)
    {
        var cells = inOtherEngine ? LessonCheck.CellsThatDiffer(saved, result) : LessonCheck.StaleCells(saved, result);
        return CheckReport.Lines(saved.Notebook, [.. cells]).Concat(PublishedPictures.Complaints(saved));
    }
}
