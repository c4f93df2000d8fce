using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Descent.Notebooks;

/// <summary>Writes 8-bit greyscale PNG files (RFC 2083), just enough for pictures of digits.</summary>
internal static class Png
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] ChecksumTable = [.. Enumerable.Range(0, 256).Select(ChecksumOf)];

    /// <summary>Encodes rows of grey values, 0 for black and 255 for white.</summary>
    public static byte[] Encode(byte[,] pixels)
    {
        var (height, width) = (pixels.GetLength(0), pixels.GetLength(1));
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits a pixel; the zeros after it say greyscale, deflate, standard filters, not interlaced
        using var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(pixels, height, width));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    public static string DataUri(byte[,] pixels) => "data:image/png;base64," + Convert.ToBase64String(Encode(pixels));

    private static byte[] Compress(byte[,] pixels, int height, int width)
    {
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.SmallestSize))
        {
            var line = new byte[width + 1]; // each line starts with its filter: 0, none
            for (var row = 0; row < height; row++)
            {
                for (var column = 0; column < width; column++)
                    line[column + 1] = pixels[row, column];
                stream.Write(line);
            }
        }
        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        file.Write(number);
    }

    private static uint Checksum(byte[] data)
    {
        var checksum = uint.MaxValue;
        foreach (var value in data)
            checksum = ChecksumTable[(byte)(checksum ^ value)] ^ (checksum >> 8);
        return ~checksum;
    }

    private static uint ChecksumOf(int index)
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    }
}
