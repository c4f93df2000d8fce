using System.Text;
using System.Text.Json;
using Descent.Cli.CommandLine;

namespace Descent.Cli.Notebooks;

/// <summary>Parses a notebook's bytes as JSON and says where they are not.</summary>
internal static class NotebookJson
{
    public static JsonDocument Parse(byte[] bytes, string label)
    {
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (bytes.AsSpan(start).Trim(" \t\r\n"u8).IsEmpty)
            throw new UserError($"{label}: expected a notebook in JSON, found an empty file. {Restore(label)}");
        try
        {
            var document = JsonDocument.Parse(bytes.AsMemory(start), new JsonDocumentOptions { MaxDepth = 256 });
            RequireNames(document.RootElement, label);
            return document;
        }
        catch (InvalidOperationException)
        {
            throw new UserError($"{label}: expected a name, found half of a surrogate pair, which is no character. {Restore(label)}");
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber ?? 0;
            var rest = StartOfLine(bytes.AsSpan(start), line);
            var position = (int)Math.Min(exception.BytePositionInLine ?? 0, rest.Length);
            // The parser counts bytes; a person counts characters.
            var column = Encoding.UTF8.GetCharCount(rest[..position]);
            var reason = rest[position..].Trim(" \t\r\n"u8).IsEmpty ? "the file ends too early." : Reason(exception);
            throw new UserError($"{label}({line + 1},{column + 1}): expected a notebook in JSON, found that {reason} {Restore(label)}");
        }
    }

    // JSON allows one name twice in an object, and half of a surrogate pair in a name. Nobody means either, and nothing can be looked up there.
    private static void RequireNames(JsonElement element, string label)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    RequireNames(item, label);
                break;
            case JsonValueKind.Object:
                var names = new HashSet<string>();
                foreach (var property in element.EnumerateObject())
                {
                    if (!names.Add(property.Name))
                        throw new UserError($"{label}: expected every name once in an object, found \"{property.Name}\" twice. {Restore(label)}");
                    RequireNames(property.Value, label);
                }

                break;
        }
    }

    private static string Restore(string label) => $"Repair the file, or restore it, for example with: git checkout -- \"{label}\"";

    private static ReadOnlySpan<byte> StartOfLine(ReadOnlySpan<byte> bytes, long line)
    {
        for (; line > 0; line--)
            bytes = bytes[(bytes.IndexOf((byte)'\n') + 1)..];
        return bytes;
    }

    private static string Reason(JsonException exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd();
    }
}
