namespace Descent.Cli.Notebooks;

/// <summary>A notebook as the runner needs it.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Label">What messages call the notebook.</param>
/// <param name="Cells">All cells, in order.</param>
internal sealed record Notebook(string Path, string Label, IReadOnlyList<NotebookCell> Cells)
{
    /// <summary>The folder that the notebook's relative paths start from.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The file's name without <c>.ipynb</c>.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The cells that a run executes, in order.</summary>
    public IEnumerable<NotebookCell> RunnableCells => Cells.Where(cell => cell.Runs);
}
