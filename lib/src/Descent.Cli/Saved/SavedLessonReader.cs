using System.Text.Json;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;

namespace Descent.Cli.Saved;

/// <summary>
/// Reads the outputs that a notebook file holds. Running a notebook does not: outputs that this program would not
/// understand keep nobody from running it.
/// </summary>
internal static class SavedLessonReader
{
    public static SavedLesson Read(Notebook notebook) => Parse(notebook, NotebookFile.ReadBytes(notebook.Path, notebook.Label));

    public static SavedLesson Parse(Notebook notebook, byte[] bytes)
    {
        using var document = NotebookJson.Parse(bytes, notebook.Label);
        var cells = new JsonField(notebook.Label, "the notebook", document.RootElement).RequireObject("a notebook").Property("cells")
            .RequireList("the notebook's cells");
        return new SavedLesson(notebook, notebook.Cells
            .Where(cell => cell.Kind == CellKind.Code)
            .ToDictionary(cell => cell.Number, cell => ReadCell(cells[cell.Number - 1].Called($"cell {cell.Number}"))));
    }

    private static SavedCell ReadCell(JsonField cell)
    {
        var count = cell.OptionalProperty("execution_count");
        var outputs = cell.OptionalProperty("outputs")?.RequireList("the cell's outputs") ?? [];
        return new SavedCell(
            count is null or { Kind: JsonValueKind.Null } ? null : count.RequireInteger("the cell's place in its session"),
            [.. outputs.Select(ReadOutput)]);
    }

    private static RecordedOutput ReadOutput(JsonField field)
    {
        var output = field.RequireObject("an output");
        var type = output.Property("output_type");
        return type.RequireString("the output's kind") switch
        {
            "stream" => new RecordedOutput.Stream(
                output.Property("name").RequireString("the stream's name"), output.Property("text").RequireText("what was written")),
            "display_data" => new RecordedOutput.DisplayData(ReadData(output)) { PictureOf = PictureOf(output) },
            "execute_result" => new RecordedOutput.ExecuteResult(ReadData(output)) { PictureOf = PictureOf(output) },
            "error" => new RecordedOutput.Error(
                output.Property("ename").RequireString("the error's name"),
                output.Property("evalue").RequireString("the error's message"),
                [.. output.Property("traceback").RequireList("the error's trace").Select(line => line.RequireString("a line"))]),
            var other => throw type.Error("expected \"stream\", \"display_data\", \"execute_result\" or \"error\"", $"found \"{other}\""),
        };
    }

    private static Dictionary<string, string> ReadData(JsonField output)
    {
        var data = output.Property("data").RequireObject("the output's forms");
        return data.Names.ToDictionary(mimeType => mimeType, mimeType => ReadForm(mimeType, data.Property(mimeType)));
    }

    private static string ReadForm(string mimeType, JsonField form) => mimeType switch
    {
        _ when MimeTypes.IsJson(mimeType) && form.Kind != JsonValueKind.String => ReadJson(form),
        // Base64 may be broken into lines.
        MimeTypes.Png => string.Concat(form.RequireText("a picture").Where(character => !char.IsWhiteSpace(character))),
        _ => form.RequireText(mimeType),
    };

    private static string ReadJson(JsonField form)
    {
        try
        {
            return CanonicalJson.Of(form.RawText);
        }
        catch (InvalidOperationException)
        {
            throw form.Error("expected text in it", "found half of a surrogate pair, which is no character");
        }
    }

    private static string? PictureOf(JsonField output) => output.OptionalProperty("metadata")?.RequireObject("the output's metadata")
        .OptionalProperty(MimeTypes.Png)?.RequireObject("the picture's metadata")
        .OptionalProperty(SavedOutputJson.FigureField)?.RequireString("the figure that the picture was drawn from");
}
