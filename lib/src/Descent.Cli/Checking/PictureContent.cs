using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Descent.Cli.Checking;

/// <summary>
/// Names pictures of pixels by what they show. Two systems may pack the same pixels into other bytes, and then the files differ though
/// the pictures do not.
/// </summary>
internal static partial class PictureContent
{
    private const int SignatureLength = 8;
    private const int HeaderEnd = 33;
    private const int ChunkFrame = 12;

    /// <summary>The text with each picture in it replaced by its name.</summary>
    public static string InText(string text) => DataAddress().Replace(text, match => $"picture {Of(match.Groups["base64"].Value)}");

    /// <summary>The name of a PNG file in base64; the text itself when it is none.</summary>
    public static string Of(string base64)
    {
        if (!Base64.IsValid(base64))
            return base64;
        try
        {
            var file = Convert.FromBase64String(base64);
            using var packed = new MemoryStream(PackedPixels(file));
            using var pixels = new ZLibStream(packed, CompressionMode.Decompress);
            return $"{Convert.ToHexStringLower(file.AsSpan(SignatureLength, HeaderEnd - SignatureLength))} {Convert.ToHexStringLower(SHA256.HashData(pixels))}";
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException)
        {
            return base64;
        }
    }

    // RFC 2083: a signature, then chunks of length, name, data and checksum. Pixels are in those named IDAT.
    private static byte[] PackedPixels(byte[] file)
    {
        var packed = new MemoryStream();
        for (var at = SignatureLength; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at, 4));
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(file.AsSpan(at + 8, length));
            at += length + ChunkFrame;
        }

        return packed.ToArray();
    }

    [GeneratedRegex("data:image/png;base64,(?<base64>[A-Za-z0-9+/=]+)")]
    private static partial Regex DataAddress();
}
