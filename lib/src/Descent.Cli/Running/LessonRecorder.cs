using System.Diagnostics;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Worker;

namespace Descent.Cli.Running;

/// <summary>Makes a lesson's result out of what its worker says, event by event.</summary>
internal sealed class LessonRecorder(Notebook notebook)
{
    private readonly List<NotebookCell> cells = [.. notebook.RunnableCells];
    private readonly Dictionary<int, (CellOutcome Outcome, TimeSpan Elapsed)> finished = [];
    private readonly List<BackgroundFailure> backgroundFailures = [];
    private readonly OutputCollector outputs = new();
    private readonly Stopwatch currentWatch = new();

    /// <summary>The place of the cell that runs now or ran last, from 1; 0 before the first.</summary>
    public int Position { get; private set; }

    /// <summary>Whether nothing more can come: no cell is left to run, or one ended with what ran it, or had to be stopped.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>How long the current cell has been running, or ran.</summary>
    public TimeSpan CurrentElapsed => currentWatch.Elapsed;

    public void Record(WorkerEvent workerEvent)
    {
        switch (workerEvent)
        {
            case WorkerEvent.CellStarted started:
                Position = cells.FindIndex(cell => cell.Number == started.Cell) + 1;
                currentWatch.Restart();
                break;
            case WorkerEvent.StreamWritten written:
                outputs.Write(written.Cell, written.StreamName, written.Text);
                break;
            case WorkerEvent.BackgroundFailed failed:
                outputs.Write(failed.Cell, "stderr", failed.Text);
                backgroundFailures.Add(new BackgroundFailure(failed.Cell, failed.Text.TrimEnd()));
                break;
            case WorkerEvent.Displayed displayed:
                outputs.Display(displayed.Cell, displayed.DisplayId, displayed.Data);
                break;
            case WorkerEvent.DisplayUpdated updated:
                outputs.Update(updated.DisplayId, updated.Data);
                break;
            case WorkerEvent.OutputsCleared cleared:
                outputs.Clear(cleared.Cell);
                break;
            case WorkerEvent.CellFinished cellFinished:
                currentWatch.Stop();
                Finish(cellFinished.Cell, cellFinished.Outcome, TimeSpan.FromSeconds(cellFinished.Seconds));
                IsFinished = cellFinished.Outcome is (CellOutcome.TimedOut or CellOutcome.WorkerEnded or CellOutcome.EngineFailed);
                break;
            case WorkerEvent.LessonFinished:
                IsFinished = true;
                break;
        }
    }

    /// <summary>The worker is gone: the cell it was at takes the blame, even if it had just ended.</summary>
    public void WorkerEnded(CellOutcome outcome)
    {
        if (cells.Count > 0)
            Finish(cells[Math.Max(Position, 1) - 1].Number, outcome, CurrentElapsed);
    }

    public LessonResult ToResult(TimeSpan elapsed) =>
        new(notebook, [.. cells.Select(ToRun)], elapsed) { BackgroundFailures = backgroundFailures };

    private void Finish(int cell, CellOutcome outcome, TimeSpan elapsed)
    {
        finished[cell] = (outcome, elapsed);
        if (OutcomeOutput.For(outcome) is { } output)
            outputs.Add(cell, output);
    }

    private CellRun ToRun(NotebookCell cell) => finished.TryGetValue(cell.Number, out var end)
        ? new CellRun(cell, end.Outcome, outputs.OutputsOf(cell.Number), end.Elapsed)
        : new CellRun(cell, new CellOutcome.NotRun(), [], TimeSpan.Zero);
}
