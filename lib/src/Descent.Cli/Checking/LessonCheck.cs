using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Running;
using Descent.Cli.Saved;

namespace Descent.Cli.Checking;

/// <summary>Compares what a notebook holds with a run of it, cell by cell.</summary>
internal static class LessonCheck
{
    /// <summary>The cells whose saved outputs are stale, each with its first difference. Cells that were not run are left out.</summary>
    public static IEnumerable<(NotebookCell Cell, Difference Difference)> StaleCells(SavedLesson saved, LessonResult result) =>
        Differing(saved, result, OutputComparison.First);

    /// <summary>The cells that show something else in another engine, each with its first difference, in the forms that both engines have.</summary>
    public static IEnumerable<(NotebookCell Cell, Difference Difference)> CellsThatDiffer(SavedLesson saved, LessonResult result) =>
        Differing(saved, result, CommonForms.FirstDifference);

    private static IEnumerable<(NotebookCell Cell, Difference Difference)> Differing(
        SavedLesson saved, LessonResult result, Func<NotebookCell, IReadOnlyList<RecordedOutput>, IReadOnlyList<RecordedOutput>, Difference?> compare)
    {
        var runs = result.Cells.Where(run => run.WasRun).ToDictionary(run => run.Cell.Number);
        var place = 0;
        foreach (var (number, savedCell) in saved.Cells.OrderBy(item => item.Key))
        {
            var cell = saved.Notebook.Cells[number - 1];
            int? expectedCount = cell.Runs ? ++place : null;
            if (cell.Runs && !runs.ContainsKey(number))
                continue;
            var difference = InCount(savedCell.ExecutionCount, expectedCount)
                ?? compare(cell, savedCell.Outputs, cell.Runs ? SavedForm.Of(runs[number].Outputs) : []);
            if (difference is not null)
                yield return (cell, difference);
        }
    }

    private static Difference? InCount(int? saved, int? expected) =>
        saved == expected ? null : new Difference("the execution count", Words(saved), Words(expected));

    private static string Words(int? count) => count is { } number ? $"{number}" : "none: it was never run";
}
