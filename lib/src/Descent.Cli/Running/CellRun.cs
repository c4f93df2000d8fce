using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Worker;

namespace Descent.Cli.Running;

/// <summary>What became of one cell in a run.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Outputs">What it showed, in order; the reason of a failure comes last.</param>
/// <param name="Elapsed">How long it ran.</param>
internal sealed record CellRun(NotebookCell Cell, CellOutcome Outcome, IReadOnlyList<RecordedOutput> Outputs, TimeSpan Elapsed)
{
    public bool WasRun => Outcome is not CellOutcome.NotRun;

    /// <summary>Whether the cell failed without being meant to.</summary>
    public bool Failed => WasRun && Outcome is not CellOutcome.Completed && !FailureIsMeant;

    // A dead worker and an endless loop are never what an author meant by an error shown on purpose.
    private bool FailureIsMeant =>
        Cell.Tags.Contains(NotebookCell.RaisesExceptionTag) && Outcome is (CellOutcome.Threw or CellOutcome.CompilationFailed);
}
