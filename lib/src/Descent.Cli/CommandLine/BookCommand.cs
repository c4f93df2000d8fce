using System.CommandLine;
using Descent.Cli.Book;
using Descent.Cli.Notebooks;
using Descent.Cli.Reporting;
using Descent.Cli.Running;

namespace Descent.Cli.CommandLine;

/// <summary><c>descent book</c>: runs every lesson and makes a site of them that can be read without a network.</summary>
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
        var command = new Command("book", "Runs every lesson and writes them as a book: pages for a browser, which need no network.")
        {
            folder,
            open,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            CourseFolder.Find(),
            parsed.GetValue(folder),
            parsed.GetValue(open),
            parsed.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CourseFolder course, string? namedFolder, bool open, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = namedFolder ?? BookFolder.DefaultFor(course);
        BookFolder.RequireUsable(folder);
        var result = await RunConsole.RunAsync(NotebookSelection.ReadLessons(course), new RunOptions(), output, cancellationToken);
        RunConsole.ShowFailures(result, output);
        await new BookStep(course, folder, open, output).RunAsync(result, cancellationToken);
        output.WriteLine(result.Summary);
        return result.ExitCode;
    }
}
