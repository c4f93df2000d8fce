using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;

namespace Descent.Cli.Saved;

/// <summary>What a notebook file holds of its cells' last runs.</summary>
/// <param name="Notebook">The lesson.</param>
/// <param name="Cells">Each code cell's, by the cell's number.</param>
internal sealed record SavedLesson(Notebook Notebook, IReadOnlyDictionary<int, SavedCell> Cells)
{
    public SavedCell Of(NotebookCell cell) => Cells.GetValueOrDefault(cell.Number, SavedCell.NeverRun);

    /// <summary>Whether every cell that a run executes has been run.</summary>
    public bool IsComplete => Notebook.RunnableCells.All(cell => Of(cell).ExecutionCount is not null);
}

/// <summary>What a notebook file holds of a cell's last run.</summary>
/// <param name="ExecutionCount">The how-many-th cell of its session it was; null when it was never run.</param>
/// <param name="Outputs">What it showed.</param>
internal sealed record SavedCell(int? ExecutionCount, IReadOnlyList<RecordedOutput> Outputs)
{
    public static SavedCell NeverRun { get; } = new(null, []);
}
