using System.CommandLine;
using Descent.Cli.Worker;

namespace Descent.Cli.CommandLine;

/// <summary>The hidden verb that a run starts its own processes with.</summary>
internal static class WorkerCommand
{
    public static Command Create()
    {
        var pipe = new Argument<string>("PIPE") { Description = "The handle of the pipe to report through." };
        var command = new Command(WorkerLaunch.Verb, "Runs one notebook for a parent process.") { pipe };
        command.Hidden = true;
        command.SetAction((parsed, _) => WorkerProgram.RunAsync(parsed.GetRequiredValue(pipe)));
        return command;
    }
}
