using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Book;

/// <summary>Says why a cell cannot go into the book.</summary>
internal static class BookError
{
    public static UserError In(Notebook notebook, NotebookCell cell, string problem) =>
        new($"{notebook.Label}, cell {cell.Number}: {problem} The book was not written.");
}
