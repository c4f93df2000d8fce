using System.Buffers.Binary;
using System.IO.Compression;

namespace Descent;

/// <summary>
/// Reads gzipped IDX files: a big-endian header (magic number, number of items and, for images, rows and columns), then the
/// bytes.
/// </summary>
internal static class IdxReader
{
    private const int ImagesMagic = 2051;
    private const int LabelsMagic = 2049;

    // One byte of a gzip file unpacks to no more than this.
    private const int LargestExpansion = 1032;

    /// <summary>Reads images: their pixels, one byte each, image after image and row after row.</summary>
    public static (byte[] Pixels, int Rows, int Columns) ReadImages(string name, byte[] file)
    {
        using var stream = Open(file);
        Span<byte> header = stackalloc byte[16];
        ReadHeader(name, stream, header, ImagesMagic, "images");
        var count = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        var rows = BinaryPrimitives.ReadInt32BigEndian(header[8..]);
        var columns = BinaryPrimitives.ReadInt32BigEndian(header[12..]);
        return (ReadBody(name, stream, file.Length, count, rows, columns), rows, columns);
    }

    /// <summary>Reads labels, each of which must be below <paramref name="classes"/>.</summary>
    public static int[] ReadLabels(string name, byte[] file, int classes)
    {
        using var stream = Open(file);
        Span<byte> header = stackalloc byte[8];
        ReadHeader(name, stream, header, LabelsMagic, "labels");
        var body = ReadBody(name, stream, file.Length, BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var labels = new int[body.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = body[i];
            if (labels[i] >= classes)
            {
                throw new DataFileException(
                    name,
                    $"The data file '{name}' holds the label {labels[i]} at position {i:N0}: expected 0 to {classes - 1}. "
                    + DataFileException.Remedy);
            }
        }

        return labels;
    }

    private static GZipStream Open(byte[] file) => new(new MemoryStream(file), CompressionMode.Decompress);

    private static void ReadHeader(string name, Stream stream, Span<byte> header, int magic, string what)
    {
        var read = Read(name, stream, header);
        if (read < header.Length)
            throw Truncated(name, $"a header of {header.Length} bytes", read);
        var found = BinaryPrimitives.ReadInt32BigEndian(header);
        if (found != magic)
        {
            throw new DataFileException(
                name,
                $"The data file '{name}' is not an IDX file of {what}: expected the magic number {magic}, found {found}. "
                + DataFileException.Remedy);
        }
    }

    private static byte[] ReadBody(string name, Stream stream, int packedLength, params ReadOnlySpan<int> sizes)
    {
        Int128 length = 1;
        foreach (var size in sizes)
            length *= Math.Max(size, -1);
        // Checked before memory is taken for what cannot be there.
        if (sizes.ContainsAnyInRange(int.MinValue, -1) || length > Math.Min(Array.MaxLength, (long)packedLength * LargestExpansion))
        {
            throw new DataFileException(
                name,
                $"The data file '{name}' has a damaged header: it announces {string.Join('×', sizes.ToArray())} bytes of data in a file of "
                + $"{packedLength:N0} bytes. {DataFileException.Remedy}");
        }

        var body = new byte[(int)length];
        var read = Read(name, stream, body);
        if (read < body.Length)
            throw Truncated(name, $"{body.Length:N0} bytes of data", read);
        // Reading to the end also has the file's checksum compared.
        if (Read(name, stream, new byte[1]) > 0)
            throw new DataFileException(name, $"The data file '{name}' holds more than its header announces: expected {body.Length:N0} bytes of data, found more. {DataFileException.Remedy}");
        return body;
    }

    private static int Read(string name, Stream stream, Span<byte> target)
    {
        try
        {
            return stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException problem)
        {
            throw new DataFileException(
                name,
                $"The data file '{name}' is not a readable gzip file: {problem.Message} {DataFileException.Remedy}",
                problem);
        }
    }

    private static DataFileException Truncated(string name, string expected, int found) =>
        new(name, $"The data file '{name}' ends too early: expected {expected}, found {found:N0} bytes. {DataFileException.Remedy}");
}
