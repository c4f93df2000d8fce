using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Running;
using Descent.Cli.Saved;

namespace Descent.Cli.Book;

/// <summary>A lesson and what its cells showed, in a run or when it was saved. The book knows of no other source of outputs.</summary>
/// <param name="Notebook">The lesson.</param>
/// <param name="OutputsByCell">The outputs of each cell that has any, by the cell's number.</param>
internal sealed record ExecutedLesson(Notebook Notebook, IReadOnlyDictionary<int, IReadOnlyList<RecordedOutput>> OutputsByCell)
{
    public static ExecutedLesson From(LessonResult result) =>
        new(result.Notebook, result.Cells.ToDictionary(run => run.Cell.Number, run => run.Outputs));

    public static ExecutedLesson From(SavedLesson saved) =>
        new(saved.Notebook, saved.Cells.ToDictionary(item => item.Key, item => item.Value.Outputs));

    public IReadOnlyList<RecordedOutput> OutputsOf(NotebookCell cell) => OutputsByCell.GetValueOrDefault(cell.Number, []);
}
