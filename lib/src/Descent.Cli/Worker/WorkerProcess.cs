using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using System.Threading.Channels;
using Descent.Cli.Running;

namespace Descent.Cli.Worker;

/// <summary>
/// A running worker, seen from its parent. Events come through an anonymous pipe, because cells own stdout. The worker's
/// standard input carries the job and then stays open: when it closes, the worker knows that its parent is gone.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    // A second worker started at the same moment would inherit this one's end of the pipe and keep it open.
    private static readonly Lock StartLock = new();

    private readonly Process process;
    private readonly AnonymousPipeServerStream pipe;
    private readonly Channel<WorkerEvent> events = Channel.CreateUnbounded<WorkerEvent>();
    private readonly FirstWords standardError;
    private volatile Process? engine;

    private WorkerProcess(Process process, AnonymousPipeServerStream pipe)
    {
        this.process = process;
        this.pipe = pipe;
        standardError = new FirstWords(process.StandardError);
        Task.Run(() => process.StandardOutput.BaseStream.CopyToAsync(Stream.Null)).Forget();
        _ = Task.Factory.StartNew(ReadEvents, TaskCreationOptions.LongRunning);
        Task.Run(EndEventsAfterExitAsync).Forget();
    }

    /// <summary>Everything the worker says; ends when the worker has ended.</summary>
    public IAsyncEnumerable<WorkerEvent> Events => events.Reader.ReadAllAsync();

    public static WorkerProcess Start(WorkerJob job)
    {
        lock (StartLock)
        {
            var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            var process = Process.Start(WorkerLaunch.StartInfo(pipe.GetClientHandleAsString(), job.Folder))!;
            pipe.DisposeLocalCopyOfClientHandle();
            var worker = new WorkerProcess(process, pipe);
            worker.Send(job);
            return worker;
        }
    }

    /// <summary>Ends the worker and whatever it started.</summary>
    public void Kill()
    {
        ProcessTree.Kill(process);
        // If somebody else has killed the worker, the engine goes on.
        if (engine is { } running)
            ProcessTree.Kill(running);
    }

    /// <summary>Waits for the end; returns the exit code and the first words on stderr.</summary>
    public async Task<(int ExitCode, string LastWords)> WaitForExitAsync()
    {
        await process.WaitForExitAsync();
        return (process.ExitCode, await standardError.OfEndedProcessAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        engine?.Dispose();
        // To close the pipe waits for whoever holds its other end, which may be a process that a cell started and that has outlived the worker.
        Task.Run(pipe.Dispose).Forget();
    }

    private void Send(WorkerJob job)
    {
        try
        {
            process.StandardInput.WriteLine(job.ToLine());
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // The worker died at birth: its exit code and stderr tell why.
        }
    }

    private void ReadEvents()
    {
        try
        {
            using var reader = new StreamReader(pipe, Encoding.UTF8, leaveOpen: true);
            while (reader.ReadLine() is { } line)
                Take(WorkerEvent.FromLine(line));
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or System.Text.Json.JsonException)
        {
            // A worker that dies in the middle of a line leaves half of it: what came before counts.
        }

        events.Writer.TryComplete();
    }

    private void Take(WorkerEvent workerEvent)
    {
        if (workerEvent is WorkerEvent.EngineStarted started)
            engine = ProcessOf(started.ProcessId);
        else if (workerEvent is WorkerEvent.LessonFinished)
            engine = null;
        events.Writer.TryWrite(workerEvent);
    }

    private static Process? ProcessOf(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            // It has ended already.
            return null;
        }
    }

    // A process that a cell started may hold the pipe open after the worker's own end.
    private async Task EndEventsAfterExitAsync()
    {
        await process.WaitForExitAsync();
        await Task.WhenAny(events.Reader.Completion, Task.Delay(DrainTime));
        events.Writer.TryComplete();
    }
}
