using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Saved;

/// <summary>Puts outputs into the text of a notebook, laid out as Jupyter saves it, and copies everything else.</summary>
internal static partial class NotebookRewriter
{
    private const string CellsField = "cells";
    private const string CountField = "execution_count";
    private const string OutputsField = "outputs";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
    };

    /// <param name="notebook">The file's bytes.</param>
    /// <param name="label">What messages call the notebook.</param>
    /// <param name="cells">What to put into each cell, by its number; other cells stay as they are.</param>
    /// <exception cref="UserError">The notebook holds text that cannot be written back.</exception>
    public static byte[] Rewrite(byte[] notebook, string label, IReadOnlyDictionary<int, SavedCell> cells)
    {
        try
        {
            return RewriteText(notebook, label, cells);
        }
        catch (InvalidOperationException)
        {
            throw new UserError(
                $"{label}: expected text, found half of a surrogate pair, which is no character. Repair the file, or save it again from Jupyter or VS Code.");
        }
    }

    private static byte[] RewriteText(byte[] notebook, string label, IReadOnlyDictionary<int, SavedCell> cells)
    {
        using var document = NotebookJson.Parse(notebook, label);
        using var file = new MemoryStream();
        using (var writer = new Utf8JsonWriter(file, Options))
        {
            writer.WriteStartObject();
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name == CellsField)
                    WriteCells(property.Value, cells, writer);
                else
                    property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        file.Write("\n"u8);
        return Encoding.UTF8.GetBytes(WithoutNeedlessEscapes(Encoding.UTF8.GetString(file.GetBuffer(), 0, (int)file.Length)));
    }

    // The writer escapes whatever lies beyond the first 65,536 characters, and a few others. JSON asks for control characters only.
    private static string WithoutNeedlessEscapes(string json) => Escape().Replace(json, escape =>
        Regex.Unescape(escape.Value) is var text && char.IsAscii(text[0]) ? escape.Value : text);

    [GeneratedRegex(@"(?<=(?<!\\)(?:\\\\)*)(?:\\uD[89AB][0-9A-F]{2}\\uD[C-F][0-9A-F]{2}|\\u(?!D[89A-F])[0-9A-F]{4})")]
    private static partial Regex Escape();

    private static void WriteCells(JsonElement list, IReadOnlyDictionary<int, SavedCell> cells, Utf8JsonWriter writer)
    {
        writer.WriteStartArray(CellsField);
        var number = 0;
        foreach (var cell in list.EnumerateArray())
        {
            if (cells.TryGetValue(++number, out var saved))
                WriteCell(cell, saved, writer);
            else
                cell.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteCell(JsonElement cell, SavedCell saved, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var name in cell.EnumerateObject().Select(property => property.Name).Union([CountField, OutputsField]))
        {
            writer.WritePropertyName(name);
            if (name == CountField)
                WriteCount(saved.ExecutionCount, writer);
            else if (name == OutputsField)
                WriteOutputs(saved, writer);
            else
                cell.GetProperty(name).WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteCount(int? count, Utf8JsonWriter writer)
    {
        if (count is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }

    private static void WriteOutputs(SavedCell saved, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var output in saved.Outputs)
            SavedOutputJson.Write(output, saved.ExecutionCount ?? 0, writer);
        writer.WriteEndArray();
    }
}
