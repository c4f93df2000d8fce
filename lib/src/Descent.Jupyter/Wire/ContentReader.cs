using System.Text.Json;

namespace Descent.Jupyter.Wire;

/// <summary>Reads the fields of a message's content; a field of the wrong kind is named in the error.</summary>
internal static class ContentReader
{
    public static string Text(this WireMessage message, string name) =>
        message.Text(name, null) ?? throw new MessageFormatException($"{message.Type}: the field \"{name}\" is missing");

    public static string? Text(this WireMessage message, string name, string? missing)
    {
        if (!message.TryGet(name, out var value))
            return missing;
        if (value.ValueKind != JsonValueKind.String)
            throw Wrong(message, name, "text", value);
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new MessageFormatException($"{message.Type}: the field \"{name}\" holds half of a surrogate pair");
        }
    }

    public static bool Flag(this WireMessage message, string name, bool missing)
    {
        if (!message.TryGet(name, out var value))
            return missing;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(message, name, "true or false", value),
        };
    }

    public static int Number(this WireMessage message, string name, int missing)
    {
        if (!message.TryGet(name, out var value))
            return missing;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw Wrong(message, name, "a whole number", value);
    }

    /// <summary>A field that holds texts by name, such as <c>user_expressions</c>.</summary>
    public static IReadOnlyDictionary<string, string> Texts(this WireMessage message, string name)
    {
        var texts = new Dictionary<string, string>();
        if (!message.TryGet(name, out var value))
            return texts;
        if (value.ValueKind != JsonValueKind.Object)
            throw Wrong(message, name, "an object", value);
        foreach (var entry in value.EnumerateObject())
            texts[entry.Name] = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : throw Wrong(message, name, "texts", entry.Value);
        return texts;
    }

    private static bool TryGet(this WireMessage message, string name, out JsonElement value) =>
        message.Content.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static MessageFormatException Wrong(WireMessage message, string name, string expected, JsonElement found) =>
        new($"{message.Type}: the field \"{name}\" should be {expected}, and is a JSON {found.ValueKind.ToString().ToLowerInvariant()}");
}
