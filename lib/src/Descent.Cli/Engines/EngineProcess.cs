using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Descent.Cli.Running;
using Descent.Cli.Worker;

namespace Descent.Cli.Engines;

/// <summary>A running engine, as lines of text in and out. Ending it ends whatever it has started.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan QuitTime = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly FirstWords standardError;
    private readonly CancellationTokenSource drained = new();

    private EngineProcess(Process process)
    {
        this.process = process;
        standardError = new FirstWords(process.StandardError);
        Task.Run(StopReadingAfterExitAsync).Forget();
    }

    public int Id => process.Id;

    public static EngineProcess Start(EngineProgram program, string folder) => new(Process.Start(StartInfo(program, folder))!);

    /// <summary>The next line of the engine; null when it has ended.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, drained.Token);
        try
        {
            var reading = process.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask();
            reading.Forget();
            return await reading.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Has the engine do something, unless it has ended: then reading tells.</summary>
    public void Send(string commandType, string token, object command)
    {
        try
        {
            process.StandardInput.WriteLine(JsonSerializer.Serialize(new { token, commandType, command }));
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended: its exit code and stderr tell why.
        }
    }

    /// <summary>Ends the engine and whatever it started.</summary>
    public void Kill() => ProcessTree.Kill(process);

    /// <summary>Waits for the end; returns the exit code and the first words on stderr.</summary>
    public async Task<(int ExitCode, string LastWords)> WaitForExitAsync()
    {
        await process.WaitForExitAsync();
        return (process.ExitCode, await standardError.OfEndedProcessAsync());
    }

    // An engine that is told to quit removes its temporary files; one that does not listen is ended.
    public async ValueTask DisposeAsync()
    {
        Send("Quit", "quit", new { });
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(QuitTime));
        Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        drained.Dispose();
    }

    private static ProcessStartInfo StartInfo(EngineProgram program, string folder)
    {
        var start = new ProcessStartInfo(program.FileName, [.. program.Arguments, "stdio", "--working-dir", folder])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        // A build server that restores packages would outlive the engine.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return start;
    }

    // A process that a cell started may hold the engine's output open after the engine's own end.
    private async Task StopReadingAfterExitAsync()
    {
        await process.WaitForExitAsync();
        await Task.Delay(DrainTime);
        await drained.CancelAsync();
    }
}
