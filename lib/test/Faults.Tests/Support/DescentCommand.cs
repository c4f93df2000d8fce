using System.Diagnostics;
using Descent.Cli.Kernel;

namespace Faults.Tests.Support;

/// <summary>Runs the <c>descent</c> command as a learner does, in a process of its own.</summary>
internal static class DescentCommand
{
    /// <summary>Far more than anything takes, also on a machine with much else to do.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static ProcessStartInfo StartInfo(params string[] arguments) =>
        new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(KernelSpec).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    public static Task<CommandResult> RunAsync(params string[] arguments) => RunAsync(StartInfo(arguments));

    /// <summary>Runs the command to its end, which must come.</summary>
    public static async Task<CommandResult> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"descent {string.Join(' ', start.ArgumentList.Skip(1))} did not end within {Patience.TotalMinutes} minutes. It wrote:\n{await output}\n{await error}");
        }

        return new CommandResult(process.ExitCode, await output, await error);
    }
}

/// <summary>What a command left behind.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error);
