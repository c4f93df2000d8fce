using System.Diagnostics;
using System.Globalization;
using Descent.Cli.Worker;
using Descent.Scripting;

namespace Descent.Cli.Engines;

/// <summary>Runs a job's cells in .NET Interactive as it was released, over its standard input and output, and reports each as it goes.</summary>
internal sealed class EngineCellRunner : ICellRunner
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(1);

    private readonly WorkerJob job;
    private readonly EventWriter events;
    private readonly EngineProcess engine;
    private bool isReady;

    public EngineCellRunner(WorkerJob job, EngineProgram program, EventWriter events)
    {
        this.job = job;
        this.events = events;
        engine = EngineProcess.Start(program, job.Folder);
        events.Write(new WorkerEvent.EngineStarted(engine.Id));
    }

    public async Task<bool> RunAsync(WorkerCell cell)
    {
        // The engine's start is not the first cell's time.
        var failure = isReady ? null : await BecomeReadyAsync();
        events.Write(new WorkerEvent.CellStarted(cell.Number));
        var watch = Stopwatch.StartNew();
        var outcome = failure ?? await OutcomeAsync(cell);
        events.Write(new WorkerEvent.CellFinished(cell.Number, outcome, watch.Elapsed.TotalSeconds));
        return outcome is CellOutcome.Completed;
    }

    // What comes after the last cell has ended comes too late for every front end of the engine.
    public Task FinishAsync() => Task.CompletedTask;

    public void Kill() => engine.Kill();

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private async Task<CellOutcome?> BecomeReadyAsync()
    {
        using var limit = new CancellationTokenSource(StartTime);
        try
        {
            while (!isReady)
            {
                var (message, failure) = await ReadAsync(limit.Token);
                if (message is null)
                    return failure;
                isReady = message.EventType == "KernelReady";
            }

            return null;
        }
        catch (OperationCanceledException)
        {
            engine.Kill();
            return new CellOutcome.EngineFailed(
                $"The engine did not say that it is ready within {StartTime.TotalSeconds:F0} s, and was ended. " +
                "Try again when the machine has less to do.");
        }
    }

    private async Task<CellOutcome> OutcomeAsync(WorkerCell cell)
    {
        var recorder = new EngineCellRecorder(cell, events);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(job.TimeoutSeconds));
        engine.Send("SubmitCode", recorder.Token, new { code = cell.Source, targetKernelName = KernelFor(cell.Language) });
        try
        {
            while (recorder.Outcome is null)
            {
                var (message, failure) = await ReadAsync(limit.Token);
                if (message is null)
                    return failure!;
                recorder.Record(message);
            }

            return recorder.Outcome;
        }
        catch (OperationCanceledException)
        {
            // It has no other way to stop a cell: an interrupt ends it too.
            engine.Kill();
            return new CellOutcome.TimedOut(job.TimeoutSeconds);
        }
    }

    /// <summary>The next message, or why there is none.</summary>
    private async Task<(EngineMessage? Message, CellOutcome? Failure)> ReadAsync(CancellationToken cancellation)
    {
        if (await engine.ReadLineAsync(cancellation) is not { } line)
        {
            var (exitCode, lastWords) = await engine.WaitForExitAsync();
            return (null, new CellOutcome.WorkerEnded(exitCode, lastWords));
        }

        if (EngineMessage.Parse(line) is { } message)
            return (message, null);
        engine.Kill();
        return (null, new CellOutcome.EngineFailed(Unreadable(line)));
    }

    private static string KernelFor(CellLanguage language) => language switch
    {
        CellLanguage.Html => "html",
        CellLanguage.Markdown => "markdown",
        CellLanguage.JavaScript => "javascript",
        _ => "csharp",
    };

    private static string Unreadable(string line)
    {
        const int shown = 200;
        var excerpt = line.Length <= shown ? line : $"{line[..shown]}…";
        return string.Create(CultureInfo.InvariantCulture, $"Expected a message of the engine in JSON, found this line: {excerpt}\n") +
            "    What a cell's task prints after the cell has ended comes out like that, and so does what a program prints that a cell starts. " +
            "Wait for the one, redirect the other's output.";
    }
}
