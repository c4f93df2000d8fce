using System.Diagnostics;
using System.Globalization;
using Descent.Cli.Running;
using Descent.Scripting;

namespace Descent.Cli.Worker;

/// <summary>Runs a job's cells in one session of the course's own kernel: the only place where a run meets it.</summary>
internal sealed class CellRunner(WorkerJob job, EventWriter events) : ICellRunner
{
    private static readonly TimeSpan DisposeTime = TimeSpan.FromSeconds(5);

    private readonly ScriptSession session = new(new ScriptSessionOptions { WorkingDirectory = job.Folder });

    public async Task<bool> RunAsync(WorkerCell cell)
    {
        events.Write(new WorkerEvent.CellStarted(cell.Number));
        var watch = Stopwatch.StartNew();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(job.TimeoutSeconds));
        var result = await session.RunAsync(
            cell.Source, cell.Language, NameOf(cell), output => events.Write(ToEvent(cell.Number, output)), timeout.Token);
        var outcome = ToOutcome(cell, result);
        events.Write(new WorkerEvent.CellFinished(cell.Number, outcome, watch.Elapsed.TotalSeconds));
        return outcome is CellOutcome.Completed;
    }

    public Task FinishAsync() => session.FinishAsync();

    // The session ends with the process that it is in.
    public void Kill()
    {
    }

    // What a cell left running must not hold up the end.
    public async ValueTask DisposeAsync()
    {
        var disposing = session.DisposeAsync().AsTask();
        disposing.Forget();
        await Task.WhenAny(disposing, Task.Delay(DisposeTime));
    }

    private static string NameOf(WorkerCell cell) => string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}");

    private static WorkerEvent ToEvent(int cell, CellOutput output) => output switch
    {
        CellOutput.StandardOutput written => new WorkerEvent.StreamWritten(cell, "stdout", written.Text),
        CellOutput.StandardError written => new WorkerEvent.StreamWritten(cell, "stderr", written.Text),
        CellOutput.BackgroundFailure failure => new WorkerEvent.BackgroundFailed(cell, failure.Text),
        CellOutput.Display display => new WorkerEvent.Displayed(cell, display.DisplayId, display.Bundle.Forms),
        CellOutput.DisplayUpdate update => new WorkerEvent.DisplayUpdated(update.DisplayId, update.Bundle.Forms),
        CellOutput.Cleared => new WorkerEvent.OutputsCleared(cell),
        _ => throw new UnreachableException(),
    };

    private CellOutcome ToOutcome(WorkerCell cell, CellResult result) => result switch
    {
        CellResult.Completed completed => new CellOutcome.Completed(completed.Value?.Forms),
        CellResult.CompilationFailed failed =>
            new CellOutcome.CompilationFailed([.. failed.Diagnostics.Where(item => !item.IsWarning).Select(ToDiagnostic)]),
        CellResult.Threw threw => new CellOutcome.Threw(threw.Type, threw.Message, threw.Trace, TraceLine.Find(threw.Trace, NameOf(cell))),
        CellResult.Cancelled => new CellOutcome.TimedOut(job.TimeoutSeconds),
        _ => throw new UnreachableException(),
    };

    private static Diagnostic ToDiagnostic(CellDiagnostic diagnostic)
    {
        // A file that the cell loads counts lines of its own.
        var message = diagnostic.File is null ? diagnostic.Message : $"in {diagnostic.File}: {diagnostic.Message}";
        return new Diagnostic(diagnostic.Id, message, diagnostic.Line, diagnostic.Column, diagnostic.SourceLine);
    }
}
