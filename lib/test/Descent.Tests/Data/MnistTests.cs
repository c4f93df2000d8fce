using System.Buffers.Binary;
using System.IO.Compression;

namespace Descent.Tests.Data;

public class MnistTests
{
    [Fact]
    public void Sets_have_the_published_sizes_and_labels()
    {
        Assert.Equal(60_000, Digits.Mnist.Train.Count);
        Assert.Equal(10_000, Digits.Mnist.Test.Count);
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], Digits.Mnist.Train.Labels.Take(10));
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], Digits.Mnist.Test.Labels.Take(10));
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949],
            Enumerable.Range(0, 10).Select(label => Digits.Mnist.Train.IndexesOf(label).Count));
    }

    [Fact]
    public void Verifying_the_files_of_the_repository_is_silent() => Mnist.Verify(Digits.Folder);

    [Fact]
    public void Missing_file_is_named_with_what_to_do()
    {
        using var folder = new TemporaryFolder();

        var problem = Assert.Throws<DataFileException>(() => Mnist.Load(folder.Path));

        Assert.Equal("t10k-labels-idx1-ubyte.gz", problem.FileName);
        Assert.Contains("'t10k-labels-idx1-ubyte.gz' is missing", problem.Message, StringComparison.Ordinal);
        Assert.Contains(folder.Path, problem.Message, StringComparison.Ordinal);
        Assert.Contains("git checkout -- data/mnist", problem.Message, StringComparison.Ordinal);
        Assert.Contains("data/README.md", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_file_is_named_with_both_hashes()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Digits.Folder))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(folder.Path, "t10k-labels-idx1-ubyte.gz"), "hello");

        var problem = Assert.Throws<DataFileException>(() => Mnist.Load(folder.Path));

        Assert.Contains("t10k-labels-idx1-ubyte.gz", problem.Message, StringComparison.Ordinal);
        Assert.Contains("expected SHA-256 b91679a0acfe4ba0e50a2437a903084cba1f5f92592b016a25a7dfd00455798b", problem.Message, StringComparison.Ordinal);
        Assert.Contains("found 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", problem.Message, StringComparison.Ordinal);
        Assert.Contains("git checkout -- data/mnist", problem.Message, StringComparison.Ordinal);
        Assert.Throws<DataFileException>(() => Mnist.Verify(folder.Path));
    }

    [Fact]
    public void Images_are_read_from_their_big_endian_header()
    {
        var (pixels, rows, columns) = IdxReader.ReadImages("a.gz", Idx(2051, [2, 1, 3], [1, 2, 3, 4, 5, 6]));

        Assert.Equal((1, 3), (rows, columns));
        Assert.Equal([1, 2, 3, 4, 5, 6], pixels);
    }

    [Fact]
    public void Wrong_magic_number_is_named()
    {
        var problem = Assert.Throws<DataFileException>(() => IdxReader.ReadImages("a.gz", Idx(2049, [1, 1, 1], [0])));

        Assert.Contains("'a.gz' is not an IDX file of images: expected the magic number 2051, found 2049", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Truncated_file_says_how_much_is_there()
    {
        var problem = Assert.Throws<DataFileException>(() => IdxReader.ReadImages("a.gz", Idx(2051, [2, 1, 3], [1, 2, 3, 4])));

        Assert.Contains("'a.gz' ends too early: expected 6 bytes of data, found 4 bytes", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Truncated_header_says_how_much_is_there()
    {
        var problem = Assert.Throws<DataFileException>(() => IdxReader.ReadLabels("a.gz", Idx(2049, [], []), 10));

        Assert.Contains("expected a header of 8 bytes, found 4 bytes", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Label_that_is_no_digit_is_named_with_its_position()
    {
        var problem = Assert.Throws<DataFileException>(() => IdxReader.ReadLabels("a.gz", Idx(2049, [3], [1, 12, 3]), 10));

        Assert.Contains("the label 12 at position 1: expected 0 to 9", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_not_gzip_is_named()
    {
        var problem = Assert.Throws<DataFileException>(() => IdxReader.ReadLabels("a.gz", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 10));

        Assert.Contains("'a.gz' is not a readable gzip file", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2051, new[] { 1, 28, -28 })]
    [InlineData(2051, new[] { 1, -28, -28 })]
    [InlineData(2051, new[] { int.MinValue, int.MinValue, 4 })]
    [InlineData(2051, new[] { 65_536, 65_536, 65_536 })]
    [InlineData(2051, new[] { int.MaxValue, int.MaxValue, int.MaxValue })]
    [InlineData(2049, new[] { -1 })]
    [InlineData(2049, new[] { int.MaxValue })]
    public void Header_with_sizes_that_cannot_be_is_named_before_memory_is_taken(int magic, int[] sizes)
    {
        var problem = Assert.Throws<DataFileException>(() => Read("a.gz", magic, Idx(magic, sizes, [1, 2, 3])));

        Assert.StartsWith($"The data file 'a.gz' has a damaged header: it announces {string.Join('×', sizes)} bytes of data in a file of ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2051, new[] { 2, 1, 2 })]
    [InlineData(2049, new[] { 4 })]
    public void More_items_than_the_header_says_are_named(int magic, int[] sizes)
    {
        Read("a.gz", magic, Idx(magic, sizes, [1, 2, 3, 4]));

        var problem = Assert.Throws<DataFileException>(() => Read("a.gz", magic, Idx(magic, sizes, [1, 2, 3, 4, 5])));

        Assert.StartsWith("The data file 'a.gz' holds more than its header announces: expected 4 bytes of data, found more.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_bits_never_go_unnoticed()
    {
        byte[] labels = [5, 0, 4, 1, 9, 2, 1, 3, 1, 4];
        var file = Idx(2049, [labels.Length], labels);
        for (var bit = 0; bit < file.Length * 8; bit++)
        {
            var changed = file.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            // Some bits tell only of the time and the machine that packed the file.
            if (Record.Exception(() => Assert.Equal(labels.Select(label => (int)label), IdxReader.ReadLabels("a.gz", changed, 10))) is { } problem)
                Assert.IsType<DataFileException>(problem);
        }
    }

    [Fact]
    public void File_cut_off_anywhere_is_named()
    {
        byte[] labels = [5, 0, 4, 1, 9, 2, 1, 3, 1, 4];
        var file = Idx(2049, [labels.Length], labels);
        for (var length = 0; length < file.Length; length++)
        {
            var problem = Record.Exception(() => Assert.Equal(labels.Select(label => (int)label), IdxReader.ReadLabels("a.gz", file[..length], 10)));
            // The last bytes only tell that there is no more to come.
            if (problem is not null || length < file.Length / 2)
                Assert.IsType<DataFileException>(problem);
        }
    }

    private static void Read(string name, int magic, byte[] file)
    {
        if (magic == 2051)
            IdxReader.ReadImages(name, file);
        else
            IdxReader.ReadLabels(name, file, 10);
    }

    private static byte[] Idx(int magic, int[] sizes, byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var number = new byte[4];
            foreach (var part in sizes.Prepend(magic))
            {
                BinaryPrimitives.WriteInt32BigEndian(number, part);
                gzip.Write(number);
            }

            gzip.Write(body);
        }

        return packed.ToArray();
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("descent-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
