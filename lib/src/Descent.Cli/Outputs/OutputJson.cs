using System.Text.Json;

namespace Descent.Cli.Outputs;

/// <summary>Writes an output as nbformat does: bundles by mime type, with JSON data as JSON and everything else as text.</summary>
internal static class OutputJson
{
    public static void Write(RecordedOutput output, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        switch (output)
        {
            case RecordedOutput.Stream stream:
                writer.WriteString("output_type", "stream");
                writer.WriteString("name", stream.Name);
                writer.WriteString("text", stream.Text);
                break;
            case RecordedOutput.DisplayData display:
                writer.WriteString("output_type", "display_data");
                WriteBundle(display.Data, writer);
                break;
            case RecordedOutput.ExecuteResult result:
                writer.WriteString("output_type", "execute_result");
                WriteBundle(result.Data, writer);
                break;
            case RecordedOutput.Error error:
                writer.WriteString("output_type", "error");
                writer.WriteString("ename", error.Name);
                writer.WriteString("evalue", error.Message);
                writer.WriteStartArray("traceback");
                foreach (var line in error.Trace)
                    writer.WriteStringValue(line);
                writer.WriteEndArray();
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteBundle(IReadOnlyDictionary<string, string> data, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("data");
        foreach (var (mimeType, text) in data.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(mimeType);
            WriteData(mimeType, text, writer);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("metadata");
        writer.WriteEndObject();
    }

    private static void WriteData(string mimeType, string text, Utf8JsonWriter writer)
    {
        if (MimeTypes.IsJson(mimeType) && CanonicalJson.TryParse(text) is { } json)
        {
            using (json)
                json.RootElement.WriteTo(writer);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }
}
