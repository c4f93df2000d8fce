using System.CommandLine;
using System.CommandLine.Help;
using Descent.Cli.Book;
using Descent.Cli.Kernel;
using Descent.Cli.Newcomer;
using Descent.Cli.Notebooks;

namespace Descent.Cli.CommandLine;

/// <summary>The whole command line: the verbs, and what happens without one.</summary>
internal static class DescentCommand
{
    private const string Description =
        """
        Descent, a notebook course in C# on how neural networks learn.

        Without a verb: checks the data, runs every lesson, writes them as a book, registers the C# kernel with VS Code and Jupyter
        for this user, and says what to do next.
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
            var course = CourseFolder.Find();
            var kernel = new KernelStep(
                new KernelRegistration(JupyterFolders.Find()),
                cancellation => KernelInstallation.ForThisUser(output).RunAsync(course, cancellation),
                output);
            return new NewcomerTour(course, kernel, Browser.If(parsed.GetValue(open), output), output).RunAsync(cancellationToken);
        });
        return command;
    }
}
