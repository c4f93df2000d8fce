using System.CommandLine;
using Descent.Cli.Book;
using Descent.Cli.Notebooks;
using Descent.Cli.Reporting;
using Descent.Cli.Running;
using Descent.Cli.Saved;

namespace Descent.Cli.CommandLine;

/// <summary><c>descent book</c>: makes a site of the lessons, as they are saved, that can be read without a network.</summary>
internal static class BookCommand
{
    public static Option<bool> OpenOption() => new("--open") { Description = "Opens the book when it is written." };

    public static Command Create()
    {
        var folder = new Option<string?>("--out")
        {
            Description = "The folder to write to. Without it: lib/artifacts/book, which git ignores.",
            HelpName = "DIR",
        };
        var open = OpenOption();
        var command = new Command("book", "Writes the lessons as a book, with the outputs saved in them: pages for a browser, which need no network.")
        {
            folder,
            open,
        };
        command.SetAction((parsed, cancellationToken) => WriteAsync(
            CourseFolder.Find(),
            parsed.GetValue(folder),
            parsed.GetValue(open),
            parsed.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(
        CourseFolder course, string? namedFolder, bool open, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = namedFolder ?? BookFolder.DefaultFor(course);
        BookFolder.RequireUsable(folder);
        var book = new BookStep(course, folder, Browser.If(open, output), output);
        var lessons = NotebookSelection.ReadLessons(course).Select(SavedLessonReader.Read).ToList();
        var result = await RunAsync([.. lessons.Where(lesson => !lesson.IsComplete).Select(lesson => lesson.Notebook)], output, cancellationToken);
        if (result.ExitCode == 0)
            await book.RunAsync([.. lessons.Select(lesson => Executed(lesson, result))], cancellationToken);
        else
            book.Skip();
        return result.ExitCode;
    }

    // A lesson that was never run to its end has nothing to show.
    private static async Task<RunResult> RunAsync(IReadOnlyList<Notebook> notebooks, TextWriter output, CancellationToken cancellationToken)
    {
        if (notebooks.Count == 0)
            return new RunResult([], TimeSpan.Zero);
        output.WriteLine($"Running {notebooks.Count} lessons in which not every cell has been run.");
        var result = await RunConsole.RunAsync(notebooks, new RunOptions(), output, cancellationToken);
        RunConsole.ShowFailures(result, output);
        output.WriteLine(result.Summary);
        return result;
    }

    private static ExecutedLesson Executed(SavedLesson lesson, RunResult result) =>
        result.Lessons.FirstOrDefault(run => run.Notebook == lesson.Notebook) is { } run ? ExecutedLesson.From(run) : ExecutedLesson.From(lesson);
}
