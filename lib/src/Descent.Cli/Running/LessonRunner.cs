using System.Diagnostics;
using Descent.Cli.Notebooks;
using Descent.Cli.Worker;

namespace Descent.Cli.Running;

/// <summary>Runs one notebook in a worker of its own, and finds out how each cell ended even when the worker does not survive.</summary>
internal sealed class LessonRunner(RunOptions options)
{
    /// <summary>
    /// Runs the notebook to its end or to its first failure; <paramref name="cellStarted"/> hears each cell's place (from 1).
    /// </summary>
    public async Task<LessonResult> RunAsync(Notebook notebook, Action<int> cellStarted, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var recorder = new LessonRecorder(notebook);
        await using var worker = WorkerProcess.Start(JobFor(notebook));
        await using var killOnCancel = cancellationToken.Register(worker.Kill);
        await using var deadline = new Timer(_ => worker.Kill());

        await foreach (var workerEvent in worker.Events)
        {
            recorder.Record(workerEvent);
            if (recorder.IsFinished)
                break;
            if (workerEvent is WorkerEvent.CellStarted)
            {
                deadline.Change(options.Timeout + options.Grace, Timeout.InfiniteTimeSpan);
                cellStarted(recorder.Position);
            }
            else if (workerEvent is WorkerEvent.CellFinished)
            {
                deadline.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (!recorder.IsFinished)
            recorder.WorkerEnded(await EndOfWorkerAsync(worker, recorder));
        return recorder.ToResult(watch.Elapsed);
    }

    private WorkerJob JobFor(Notebook notebook) => new(
        notebook.Folder,
        options.Timeout.TotalSeconds,
        [.. notebook.RunnableCells.Select(cell =>
            new WorkerCell(cell.Number, cell.Language, cell.Source, MayFail: cell.Tags.Contains(NotebookCell.RaisesExceptionTag)))],
        options.Engine);

    private async Task<CellOutcome> EndOfWorkerAsync(WorkerProcess worker, LessonRecorder recorder)
    {
        var (exitCode, lastWords) = await worker.WaitForExitAsync();
        return recorder.CurrentElapsed > options.Timeout
            ? new CellOutcome.TimedOut(options.Timeout.TotalSeconds)
            : new CellOutcome.WorkerEnded(exitCode, lastWords);
    }
}
