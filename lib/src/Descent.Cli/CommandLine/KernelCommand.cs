using System.CommandLine;
using Descent.Cli.Kernel;
using Descent.Cli.Notebooks;

namespace Descent.Cli.CommandLine;

/// <summary><c>descent kernel</c>: makes notebooks in VS Code and Jupyter find this program, and runs their cells.</summary>
internal static class KernelCommand
{
    private const string StartVerb = "start";

    public static Command Create() => new("kernel", "Runs C# notebooks in VS Code and Jupyter.") { Install(), Uninstall(), Start() };

    /// <summary>Whether this is a kernel process, which lives until its front end ends it.</summary>
    public static bool IsStart(ParseResult parsed) => parsed.CommandResult.Command.Name == StartVerb;

    private static Command Install()
    {
        var command = new Command("install", "Registers the C# kernel with VS Code and Jupyter, for this user. Takes a few minutes.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await KernelInstallation.ForThisUser(parsed.InvocationConfiguration.Output).RunAsync(CourseFolder.Find(), cancellationToken);
            return 0;
        });
        return command;
    }

    private static Command Uninstall()
    {
        var command = new Command("uninstall", "Removes the kernel that descent kernel install registered, and nothing else.");
        command.SetAction(parsed =>
        {
            var removed = new KernelRegistration(JupyterFolders.Find()).Uninstall();
            new InstalledProgram(KernelFolders.Programs).Uninstall();
            var output = parsed.InvocationConfiguration.Output;
            foreach (var folder in removed)
                output.WriteLine($"Removed {folder}");
            if (removed.Count == 0)
                output.WriteLine("There was no kernel of this program's to remove.");
            return 0;
        });
        return command;
    }

    private static Command Start()
    {
        var connection = new Argument<string>("CONNECTION_FILE") { Description = "The file in which Jupyter says where to listen." };
        var command = new Command(StartVerb, $"Starts a kernel, as VS Code and Jupyter do. Its log is in {KernelFolders.Logs}.") { connection };
        command.SetAction((parsed, _) => KernelProgram.RunAsync(parsed.GetRequiredValue(connection)));
        return command;
    }
}
