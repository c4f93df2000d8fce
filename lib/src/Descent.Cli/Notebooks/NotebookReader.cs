using Descent.Cli.CommandLine;

namespace Descent.Cli.Notebooks;

/// <summary>Reads nbformat 4 notebooks. Whatever is wrong with a file becomes a <see cref="UserError"/> that says what to do.</summary>
internal static class NotebookReader
{
    /// <summary>Reads the notebook at <paramref name="path"/>; messages call it <paramref name="label"/>.</summary>
    public static Notebook Read(string path, string label)
    {
        using var document = NotebookJson.Parse(NotebookFile.ReadBytes(path, label), label);
        var root = new JsonField(label, "the notebook", document.RootElement).RequireObject("a notebook's metadata and cells");
        NotebookFormat.Require4(root, label);

        var fields = root.Property("cells").RequireList("the notebook's cells");
        List<NotebookCell> cells = [.. fields.Select((cell, index) => ReadCell(cell, index + 1))];
        return new Notebook(path, label, NotebookLanguage.Mark(root, cells.Zip(fields), label));
    }

    private static NotebookCell ReadCell(JsonField item, int number)
    {
        var cell = item.Called($"cell {number}").RequireObject("a cell");
        var metadata = cell.OptionalProperty("metadata")?.RequireObject("the cell's metadata");
        var tags = metadata?.OptionalProperty("tags")?.RequireList("the cell's tags") ?? [];
        return new NotebookCell(
            number,
            cell.OptionalProperty("id")?.RequireString("the cell's id"),
            ReadKind(cell.Property("cell_type")),
            cell.Property("source").RequireText("the cell's text"),
            [.. tags.Select(tag => tag.RequireString("a tag"))]);
    }

    private static CellKind ReadKind(JsonField field) => field.RequireString("the cell's kind") switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        "raw" => CellKind.Raw,
        var other => throw field.Error("expected \"code\", \"markdown\" or \"raw\"", $"found \"{other}\""),
    };
}
