using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Descent.Cli.Outputs;

/// <summary>
/// Writes JSON in one way only: properties in the order of their names, each number as short as it can be, no spaces. Programs that
/// save a notebook change all three; the values stay.
/// </summary>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text in its one form; as it is when it is no JSON.</summary>
    public static string Of(string json)
    {
        using var document = TryParse(json);
        if (document is null)
            return json;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(document.RootElement, writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The parsed text; null when it is no JSON.</summary>
    public static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(item, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                WriteNumber(element, writer);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static void WriteNumber(JsonElement element, Utf8JsonWriter writer)
    {
        if (element.TryGetInt64(out var whole))
            writer.WriteNumberValue(whole);
        else if (element.TryGetDouble(out var number) && double.IsFinite(number))
            writer.WriteNumberValue(number == 0 ? 0 : number);
        else
            element.WriteTo(writer);
    }
}
