using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Running;

namespace Descent.Cli.Book;

/// <summary>A lesson and what its cells showed. The book knows of no other source of outputs.</summary>
/// <param name="Notebook">The lesson.</param>
/// <param name="OutputsByCell">The outputs of each cell that has any, by the cell's number.</param>
internal sealed record ExecutedLesson(Notebook Notebook, IReadOnlyDictionary<int, IReadOnlyList<RecordedOutput>> OutputsByCell)
{
    public static ExecutedLesson From(LessonResult result) =>
        new(result.Notebook, result.Cells.ToDictionary(run => run.Cell.Number, run => run.Outputs));

    public IReadOnlyList<RecordedOutput> OutputsOf(NotebookCell cell) => OutputsByCell.GetValueOrDefault(cell.Number, []);
}
