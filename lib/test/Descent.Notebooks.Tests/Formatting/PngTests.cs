using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Descent.Notebooks.Tests.Formatting;

public sealed class PngTests
{
    [Fact]
    public void Pixels_survive_the_way_there_and_back()
    {
        var pixels = new byte[,] { { 0, 1, 255 }, { 7, 128, 3 } };
        Assert.Equal([0, 0, 1, 255, 0, 7, 128, 3], Inflate(Chunk(Png.Encode(pixels), "IDAT")));
    }

    [Fact]
    public void Header_gives_width_height_and_grey_of_eight_bits() =>
        Assert.Equal([0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0], Chunk(Png.Encode(new byte[2, 3]), "IHDR"));

    // The end chunk is empty, so its checksum is the same in every PNG file.
    [Fact]
    public void File_ends_with_the_chunk_that_every_png_ends_with() =>
        Assert.Equal("0000000049454E44AE426082", Convert.ToHexString(Png.Encode(new byte[1, 1])[^12..]));

    [Fact]
    public void Ink_is_dark_on_light_paper_and_clipped()
    {
        Assert.Equal([245, 20, 245, 20], new[] { 0.0, 1, -3, 3 }.Select(Ink.Grey));
        Assert.Equal(new byte[,] { { 245, 245, 20, 20 }, { 245, 245, 20, 20 } }, Ink.Picture(Tensor.FromRows([0, 1]), scale: 2));
    }

    private static byte[] Chunk(byte[] file, string type)
    {
        var at = file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(type));
        var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at - 4));
        return file.AsSpan(at + 4, length).ToArray();
    }

    private static byte[] Inflate(byte[] data)
    {
        using var stream = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
