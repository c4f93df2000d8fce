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
            return JsonDocument.Parse(bytes.AsMemory(start), new JsonDocumentOptions { MaxDepth = 256 });
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
