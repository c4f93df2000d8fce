using System.Buffers.Binary;
using System.IO.Compression;
using Descent.Cli.Figures;

namespace Descent.Cli.Tests.Figures;

public sealed class PalettePngTests
{
    [Fact]
    public void Few_colours_are_kept_exactly()
    {
        // Red, half-seen green, nothing; then red thrice.
        byte[] pixels = [255, 0, 0, 255, 0, 200, 0, 128, 0, 0, 0, 0, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255];

        Assert.Equal(pixels, Decode(PalettePng.Encode(new Pixels(3, 2, pixels)), 3, 2));
    }

    [Fact]
    public void Many_shades_become_256_that_are_near_and_the_frequent_ones_stay_exact()
    {
        // 1,024 shades over a quarter of the picture; the rest is one colour.
        var picture = Shades();

        var decoded = new Pixels(picture.Width, picture.Height, Decode(PalettePng.Encode(picture), picture.Width, picture.Height));

        Assert.Equal(1024 + 1, Distinct(picture));
        Assert.InRange(Distinct(decoded), 100, 256);
        for (var index = 0; index < picture.Colours.Length; index++)
            Assert.InRange(Palette.Distance(picture.Colours[index], decoded.Colours[index]), 0, 8);
        Assert.Equal(picture.Colours[^1], decoded.Colours[^1]);
    }

    [Fact]
    public void A_file_is_the_same_each_time() => Assert.Equal(PalettePng.Encode(Shades()), PalettePng.Encode(Shades()));

    [Fact]
    public void Its_size_on_a_page_is_half_of_its_pixels() =>
        Assert.Equal((32, 64), FigurePicture.ShownSize(PalettePng.Encode(new Pixels(64, 128, new byte[64 * 128 * 4]))));

    [Fact]
    public void The_distance_of_colours_that_are_hardly_seen_is_small()
    {
        Assert.Equal(255, Distance([255, 255, 255, 255], [0, 255, 255, 255]));
        Assert.Equal(1, Distance([255, 255, 255, 1], [0, 0, 0, 1]));
        Assert.Equal(127, Distance([9, 9, 9, 128], [9, 9, 9, 1]));
    }

    private static int Distance(byte[] first, byte[] second) => Palette.Distance(new Pixels(1, 1, first).Colours[0], new Pixels(1, 1, second).Colours[0]);

    private static int Distinct(Pixels picture) => picture.Colours.ToArray().Distinct().Count();

    private static Pixels Shades()
    {
        const int side = 64;
        var bytes = new byte[side * side * 4];
        for (var index = 0; index < side * side; index++)
        {
            byte[] colour = index < 1024 ? [(byte)(index / 4), (byte)(index / 4), (byte)(index / 4 ^ (index % 4)), 255] : [10, 20, 30, 255];
            colour.CopyTo(bytes, index * 4);
        }

        return new Pixels(side, side, bytes);
    }

    /// <summary>Reads what RFC 2083 says: checks every chunk's checksum, unpacks the indexes and looks them up.</summary>
    private static byte[] Decode(byte[] file, int width, int height)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        var chunks = new Dictionary<string, byte[]>();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            Assert.Equal(Checksum(file.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            chunks.Add(System.Text.Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }

        Assert.Equal(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"], chunks.Keys);
        Assert.Equal((width, height), (BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"]), BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"].AsSpan(4))));
        using var indexes = new MemoryStream();
        using (var stream = new ZLibStream(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress))
            stream.CopyTo(indexes);
        return [.. indexes.ToArray().Chunk(width + 1).SelectMany(line => line.Skip(1)).SelectMany(index => new[]
        {
            chunks["PLTE"][3 * index], chunks["PLTE"][3 * index + 1], chunks["PLTE"][3 * index + 2], chunks["tRNS"][index],
        })];
    }

    // Bit by bit, as the standard's own text defines it.
    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var register = uint.MaxValue;
        foreach (var value in data)
        {
            for (var bit = 0; bit < 8; bit++)
                register = ((register ^ (uint)(value >> bit)) & 1) == 1 ? register >> 1 ^ 0xEDB88320 : register >> 1;
        }

        return ~register;
    }
}
