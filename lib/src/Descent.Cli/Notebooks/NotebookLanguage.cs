using System.Text.Json;
using Descent.Cli.CommandLine;
using Descent.Scripting;

namespace Descent.Cli.Notebooks;

/// <summary>
/// Finds out what cells are written in, and refuses notebooks that say that they are in another language than C#, and cells in one that can
/// be neither run nor shown.
/// </summary>
/// <remarks>
/// Jupyter writes the kernel and its language into a notebook. Polyglot Notebooks has a language for each cell and one for those that say
/// nothing, and calls the whole by a name that is none.
/// </remarks>
internal static class NotebookLanguage
{
    /// <param name="root">The notebook.</param>
    /// <param name="cells">Its cells, each with what the file says of it.</param>
    /// <param name="label">What messages call the notebook.</param>
    /// <returns>The cells, each with its language.</returns>
    /// <exception cref="UserError">It would be run as C#, and says that it is something else.</exception>
    public static IReadOnlyList<NotebookCell> Mark(JsonField root, IEnumerable<(NotebookCell Cell, JsonField Field)> cells, string label)
    {
        var metadata = Inside(root, "metadata");
        var marked = cells.Select(one => (one.Cell, Language: one.Cell.Runs ? OfCell(one.Field, metadata) : null)).ToList();
        var running = marked.Where(one => one.Cell.Runs).ToList();
        if ((running.Count == 0 || running.Any(one => one.Language is null)) && OfNotebook(metadata) is { } language && !LanguageName.IsCSharp(language))
        {
            throw new UserError(
                $"{label}: expected a notebook in C#, found one in {LanguageName.ForPeople(language)} (it says \"{language}\"). " +
                "Run it with a kernel of that language, or choose the kernel .NET (C#) if its cells are C#.");
        }

        return [.. marked.Select(one => one.Language is null ? one.Cell : one.Cell with { Language = Require(one.Cell, one.Language, label) })];
    }

    private static CellLanguage Require(NotebookCell cell, string language, string label) => LanguageName.OfCells(language) ?? throw new UserError(
        $"{label}: cell {cell.Number}: expected a cell in C#, found one in {LanguageName.ForPeople(language)} (it is marked \"{language}\"). " +
        "Remove the cell, or mark it as C# if it is.");

    private static string? OfNotebook(JsonField? metadata)
    {
        var kernel = Inside(metadata, "kernelspec");
        return Language(
            Inside(Inside(Inside(metadata, "polyglot_notebook"), "kernelInfo"), "defaultKernelName"),
            Inside(Inside(Inside(metadata, "dotnet_interactive"), "kernelInfo"), "defaultKernelName"),
            Inside(kernel, "language"),
            Inside(kernel, "name"),
            Inside(Inside(metadata, "language_info"), "name"));
    }

    private static string? OfCell(JsonField cell, JsonField? notebook)
    {
        var metadata = Inside(cell, "metadata");
        var kernel = Language(Inside(Inside(metadata, "polyglot_notebook"), "kernelName"), Inside(Inside(metadata, "dotnet_interactive"), "language"));
        return (kernel is null ? null : OfKernel(kernel, notebook)) ?? kernel ?? Language(Inside(Inside(metadata, "vscode"), "languageId"));
    }

    // Besides those that bear a language's name there may be kernels with names of their own, such as a connection to a database.
    private static string? OfKernel(string name, JsonField? notebook)
    {
        var kernels = Inside(Inside(Inside(notebook, "polyglot_notebook"), "kernelInfo"), "items");
        return kernels?.Kind == JsonValueKind.Array
            ? kernels.RequireList("kernels").Where(kernel => Language(Inside(kernel, "name")) == name).Select(kernel => Language(Inside(kernel, "languageName"))).FirstOrDefault()
            : null;
    }

    private static string? Language(params ReadOnlySpan<JsonField?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate?.Kind == JsonValueKind.String && candidate.RequireString("a language") is var spelling && LanguageName.IsOne(spelling))
                return spelling;
        }

        return null;
    }

    // What is not there, or is something else than expected, says nothing about the language.
    private static JsonField? Inside(JsonField? field, string name) => field?.Kind == JsonValueKind.Object ? field.OptionalProperty(name) : null;
}
