using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Descent.Jupyter.Tests.Support;

/// <summary>Frames and signatures as a front end makes and reads them, with code that is not the kernel's.</summary>
internal static class SignedFrames
{
    private const string Delimiter = "<IDS|MSG>";

    /// <summary>Frames of a message, without routing: delimiter, signature, header, parent, metadata, content.</summary>
    public static byte[][] Of(string key, string session, string id, string type, string content, string metadata = "{}")
    {
        var parts = new[]
        {
            $$"""{"msg_id":"{{id}}","session":"{{session}}","username":"learner","date":"2026-01-01T00:00:00Z","msg_type":"{{type}}","version":"5.3"}""",
            "{}",
            metadata,
            content,
        };
        var bytes = parts.Select(Encoding.UTF8.GetBytes).ToArray();
        return [Encoding.UTF8.GetBytes(Delimiter), Sign(key, bytes), .. bytes];
    }

    public static bool IsMessage(IReadOnlyList<byte[]> frames) => frames.Any(frame => Encoding.UTF8.GetString(frame) == Delimiter);

    /// <summary>Where the routing ends.</summary>
    public static int DelimiterIndex(IReadOnlyList<byte[]> frames)
    {
        Assert.True(IsMessage(frames), "A message came without the delimiter.");
        return frames.ToList().FindIndex(frame => Encoding.UTF8.GetString(frame) == Delimiter);
    }

    public static bool IsSigned(string key, IReadOnlyList<byte[]> frames)
    {
        var delimiter = DelimiterIndex(frames);
        return frames[delimiter + 1].AsSpan().SequenceEqual(Sign(key, [.. frames.Skip(delimiter + 2).Take(4)]));
    }

    public static Received Read(Channel channel, string key, IReadOnlyList<byte[]> frames)
    {
        Assert.True(IsSigned(key, frames), $"A message came on {channel} with a signature that is not the key's.");
        var parts = frames.Skip(DelimiterIndex(frames) + 2).Take(4).Select(part => JsonDocument.Parse(part).RootElement).ToList();
        return new Received(channel, parts[0], parts[1], parts[2], parts[3]);
    }

    public static byte[] Sign(string key, byte[][] parts) => Encoding.ASCII.GetBytes(
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), parts.SelectMany(part => part).ToArray())));
}
