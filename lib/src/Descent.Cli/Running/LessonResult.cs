using Descent.Cli.Notebooks;

namespace Descent.Cli.Running;

/// <summary>What became of one notebook in a run.</summary>
/// <param name="Notebook">The notebook as it was run, with its parameters set.</param>
/// <param name="Cells">Its code cells, run or not, in order.</param>
/// <param name="Elapsed">How long all of it took, the worker's start included.</param>
internal sealed record LessonResult(Notebook Notebook, IReadOnlyList<CellRun> Cells, TimeSpan Elapsed)
{
    /// <summary>What cells had started and left, and what then failed without anybody waiting for it.</summary>
    public IReadOnlyList<BackgroundFailure> BackgroundFailures { get; init; } = [];

    public int CellsRun => Cells.Count(cell => cell.WasRun);

    public int CellsNotRun => Cells.Count - CellsRun;

    public int Errors => Cells.Count(cell => cell.Failed);
}
