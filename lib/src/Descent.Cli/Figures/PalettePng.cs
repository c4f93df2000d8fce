using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Descent.Cli.Figures;

/// <summary>Writes PNG files (RFC 2083) with a palette: one byte a pixel.</summary>
internal static class PalettePng
{
    private const int BytesOfColour = 4;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] ChecksumTable = [.. Enumerable.Range(0, 256).Select(ChecksumOf)];

    public static byte[] Encode(Pixels picture)
    {
        var palette = Palette.For(picture);
        var colours = MemoryMarshal.AsBytes(palette.Colours.ToArray().AsSpan()).ToArray();
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = 8; // bits a pixel
        header[9] = 3; // colours from a palette; the zeros after it say deflate, standard filters, not interlaced

        using var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "PLTE"u8, [.. colours.Where((_, index) => index % BytesOfColour < 3)]);
        WriteChunk(file, "tRNS"u8, [.. colours.Where((_, index) => index % BytesOfColour == 3)]);
        WriteChunk(file, "IDAT"u8, Compress(picture, palette));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compress(Pixels picture, Palette palette)
    {
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.SmallestSize))
        {
            var line = new byte[picture.Width + 1]; // each line starts with its filter: 0, none
            for (var row = 0; row < picture.Height; row++)
            {
                for (var column = 0; column < picture.Width; column++)
                    line[column + 1] = palette.PlaceOf(picture.Colours[row * picture.Width + column]);
                stream.Write(line);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. type, .. data];
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
