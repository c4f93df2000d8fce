using System.Text.Json;
using Descent.Cli.Figures;
using Descent.Cli.Outputs;

namespace Descent.Cli.Saved;

/// <summary>Writes an output into a notebook just as Jupyter does when it saves: properties in the order of their names, text as lines.</summary>
internal static class SavedOutputJson
{
    /// <summary>The property of a picture's metadata that names the figure it was drawn from.</summary>
    public const string FigureField = "figure";

    public static void Write(RecordedOutput output, int executionCount, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        switch (output)
        {
            case RecordedOutput.Stream stream:
                writer.WriteString("name", stream.Name);
                writer.WriteString("output_type", "stream");
                WriteLines("text", stream.Text, writer);
                break;
            case RecordedOutput.Bundle bundle:
                WriteBundle(bundle, bundle is RecordedOutput.ExecuteResult ? executionCount : null, writer);
                break;
            case RecordedOutput.Error error:
                writer.WriteString("ename", error.Name);
                writer.WriteString("evalue", error.Message);
                writer.WriteString("output_type", "error");
                writer.WriteStartArray("traceback");
                foreach (var line in error.Trace)
                    writer.WriteStringValue(line);
                writer.WriteEndArray();
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteBundle(RecordedOutput.Bundle bundle, int? executionCount, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("data");
        foreach (var (mimeType, text) in bundle.Data.OrderBy(form => form.Key, StringComparer.Ordinal))
            WriteForm(mimeType, text, writer);
        writer.WriteEndObject();
        if (executionCount is { } count)
            writer.WriteNumber("execution_count", count);
        writer.WriteStartObject("metadata");
        if (bundle.PictureOf is not null)
            WritePictureMetadata(bundle.Data[MimeTypes.Png], bundle.PictureOf, writer);
        writer.WriteEndObject();
        writer.WriteString("output_type", executionCount is null ? "display_data" : "execute_result");
    }

    private static void WriteForm(string mimeType, string text, Utf8JsonWriter writer)
    {
        if (MimeTypes.IsJson(mimeType) && CanonicalJson.TryParse(text) is { } json)
        {
            writer.WritePropertyName(mimeType);
            using (json)
                json.RootElement.WriteTo(writer);
        }
        else if (mimeType.StartsWith("text/", StringComparison.Ordinal))
        {
            WriteLines(mimeType, text, writer);
        }
        else
        {
            writer.WriteString(mimeType, text);
        }
    }

    // Front ends show a picture at this size instead of one point for each of its pixels.
    private static void WritePictureMetadata(string base64, string pictureOf, Utf8JsonWriter writer)
    {
        var (width, height) = FigurePicture.ShownSize(Convert.FromBase64String(base64));
        writer.WriteStartObject(MimeTypes.Png);
        writer.WriteString(FigureField, pictureOf);
        writer.WriteNumber("height", height);
        writer.WriteNumber("width", width);
        writer.WriteEndObject();
    }

    private static void WriteLines(string name, string text, Utf8JsonWriter writer)
    {
        writer.WriteStartArray(name);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) + 1;
            if (end == 0)
                end = text.Length;
            writer.WriteStringValue(text.AsSpan(start, end - start));
            start = end;
        }

        writer.WriteEndArray();
    }
}
