using System.CommandLine;
using System.CommandLine.Help;
using Descent.Cli.Book;
using Descent.Cli.Newcomer;
using Descent.Cli.Notebooks;

namespace Descent.Cli.CommandLine;

/// <summary>The whole command line: the verbs, and what happens without one.</summary>
internal static class DescentCommand
{
    private const string Description =
        """
        Descent, a notebook course in C# on how neural networks learn.

        Without a verb: checks the data, runs every lesson, writes them as a book and says what to do next.
        """;

    public static Command Create()
    {
        var open = BookCommand.OpenOption();
        var command = new Command("descent", Description)
        {
            open,
            new HelpOption(),
            new VersionOption(),
            RunCommand.Create(),
            CheckCommand.Create(),
            BookCommand.Create(),
            KernelCommand.Create(),
            WorkerCommand.Create(),
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            return new NewcomerTour(CourseFolder.Find(), Browser.If(parsed.GetValue(open), output), output).RunAsync(cancellationToken);
        });
        return command;
    }
}
