using Descent.Cli.Notebooks;

namespace Descent.Cli.Book.Outputs;

/// <summary>Finds the caption that the prose after a cell gives to the cell's figure: a paragraph <c>*Figure …*</c>.</summary>
internal static class FigureCaption
{
    public const string Beginning = "Figure";

    public static string? After(NotebookCell cell, Notebook notebook) => notebook.Cells
        .SkipWhile(other => other.Number <= cell.Number)
        .TakeWhile(other => other.Kind == CellKind.Markdown)
        .SelectMany(prose => prose.Source.ReplaceLineEndings("\n").Split('\n'))
        .FirstOrDefault(line => line.StartsWith($"*{Beginning}", StringComparison.Ordinal))
        ?.Replace("*", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal);
}
