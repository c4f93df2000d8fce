using System.Diagnostics;
using System.Runtime.InteropServices;
using Descent.Cli.CommandLine;
using Descent.Jupyter;

namespace Descent.Cli.Kernel;

/// <summary>What a kernel process does: serve front ends from one connection file until one of them shuts it down.</summary>
internal static class KernelProgram
{
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string connectionPath)
    {
        using var log = new KernelLogFile(KernelFolders.Logs);
        try
        {
            var connection = ConnectionFile.Read(connectionPath);
            using var note = new RunningCellNote(KernelFolders.Notes, connectionPath);
            var engine = new ScriptEngine(Environment.CurrentDirectory, note);
            using var server = new KernelServer(connection, engine, log);
            using var end = new CancellationTokenSource();
            // Ctrl+C in the terminal of a Jupyter server reaches its kernels too.
            using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
            {
                context.Cancel = true;
                server.Interrupt();
            });
            FrontEndWatch.Start(end.Cancel);
            await server.RunAsync(end.Token);
            log.Write("Shut down.");
            EndSoon();
            return 0;
        }
        catch (KernelStartException exception)
        {
            log.Write(exception.Message);
            throw new UserError(exception.Message);
        }
    }

    // What cells have left running, foreground threads and exit handlers included, must not keep the process alive.
    private static void EndSoon() => new Thread(() =>
    {
        Thread.Sleep(EndTime);
        Process.GetCurrentProcess().Kill();
    })
    { IsBackground = true, Name = "End of the kernel" }.Start();
}
