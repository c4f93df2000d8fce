using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Descent.Jupyter.Wire;

/// <summary>Turns messages into frames and back, as in "The Wire Protocol" of Jupyter's messaging specification.</summary>
internal sealed class MessageCodec(string key)
{
    public const string ProtocolVersion = "5.4";
    private const int PartCount = 4;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MessageSigner signer = new(key);
    private readonly ReplayGuard replays = new();
    private readonly string session = Guid.NewGuid().ToString();

    /// <summary>Encodes and signs a message of the kernel's.</summary>
    /// <param name="prefix">Whom it goes to, or the topic of a broadcast.</param>
    /// <param name="type">Its <c>msg_type</c>.</param>
    /// <param name="parent">The header of the message that caused it; null for none.</param>
    /// <param name="content">Its body.</param>
    public IReadOnlyList<byte[]> Encode(IReadOnlyList<byte[]> prefix, string type, byte[]? parent, JsonObject content)
    {
        var header = Serialize(Header(type));
        var body = Serialize(content);
        var signature = signer.Sign(header, parent ?? Empty, Empty, body);
        return [.. prefix, Delimiter, signature, header, parent ?? Empty, Empty, body];
    }

    /// <summary>Decodes a message of a front end's.</summary>
    /// <exception cref="MessageFormatException">The frames are no message, or not one signed with this kernel's key.</exception>
    public WireMessage Decode(IReadOnlyList<byte[]> frames)
    {
        var delimiter = 0;
        while (delimiter < frames.Count && !frames[delimiter].AsSpan().SequenceEqual(Delimiter))
            delimiter++;
        if (frames.Count < delimiter + 2 + PartCount)
            throw new MessageFormatException($"expected a delimiter, a signature and {PartCount} parts, found {frames.Count} frames");
        var signature = frames[delimiter + 1];
        var (header, parent, metadata, content) = (frames[delimiter + 2], frames[delimiter + 3], frames[delimiter + 4], frames[delimiter + 5]);
        // Nothing is parsed before it is known to come from somebody with the key.
        if (!signer.Verify(signature, header, parent, metadata, content))
            throw new MessageFormatException("the signature is wrong");
        if (!replays.TryAccept(signature))
            throw new MessageFormatException("a message with that signature has been received before");
        var fields = Parse(header, "header");
        Parse(parent, "parent header");
        return new WireMessage(
            [.. frames.Take(delimiter)],
            header,
            Text(fields, "msg_type") ?? throw new MessageFormatException("its header has no msg_type"),
            Parse(metadata, "metadata"),
            Parse(content, "content"));
    }

    private static byte[] Serialize(JsonObject value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
            value.WriteTo(writer);
        return stream.ToArray();
    }

    private static JsonElement Parse(byte[] part, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(part);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new MessageFormatException($"its {name} is no JSON object");
        }
        catch (JsonException exception)
        {
            throw new MessageFormatException($"its {name} is not JSON: {exception.Message}");
        }
    }

    private static string? Text(JsonElement fields, string name)
    {
        try
        {
            return fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException exception)
        {
            throw new MessageFormatException($"its {name} is no text: {exception.Message}");
        }
    }

    private JsonObject Header(string type) => new()
    {
        ["msg_id"] = Guid.NewGuid().ToString(),
        ["session"] = session,
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        ["msg_type"] = type,
        ["version"] = ProtocolVersion,
    };
}
