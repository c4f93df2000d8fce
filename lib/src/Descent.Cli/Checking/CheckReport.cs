using Descent.Cli.Notebooks;

namespace Descent.Cli.Checking;

/// <summary>Shows stale cells: the notebook, the cell, and what is saved against what the run showed.</summary>
internal static class CheckReport
{
    private const int MostCells = 5;

    public static IEnumerable<string> Lines(Notebook notebook, IReadOnlyList<(NotebookCell Cell, Difference Difference)> stale)
    {
        foreach (var (cell, difference) in stale.Take(MostCells))
        {
            yield return $"{notebook.Label}, cell {cell.Number}{(cell.Id is null ? "" : $" ({cell.Id})")}: {difference.Where}";
            yield return $"  - saved: {difference.Saved}";
            yield return $"  + now:   {difference.Now}";
        }

        if (stale.Count > MostCells)
            yield return $"{notebook.Label}: {stale.Count - MostCells} more cells differ.";
    }
}
