using Descent.Tests.Threading;

namespace Descent.Tests.Data;

/// <summary>What can befall each of the four files, one at a time, while the other three are whole.</summary>
public sealed class DamagedDataTests : IDisposable
{
    private static readonly string[] Names =
        ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"];

    private readonly string folder = Directory.CreateTempSubdirectory("descent-data-").FullName;

    public DamagedDataTests()
    {
        foreach (var name in Names)
            File.Copy(Original(name), InFolder(name));
    }

    public static TheoryData<string> Files => [.. Names];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Files))]
    public void Missing(string name)
    {
        File.Delete(InFolder(name));
        AssertNamed(name, $"The data file '{name}' is missing: expected it at '{InFolder(name)}'.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_folder_in_its_place(string name)
    {
        File.Delete(InFolder(name));
        Directory.CreateDirectory(InFolder(name));
        AssertNamed(name, $"The data file '{name}' cannot be read at '{InFolder(name)}':");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Truncated(string name)
    {
        foreach (var length in new[] { 0, 1, 17, 1_000, (int)new FileInfo(Original(name)).Length - 1 })
            AssertNotPublished(name, File.ReadAllBytes(Original(name))[..length]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void With_one_bit_flipped(string name)
    {
        var bytes = File.ReadAllBytes(Original(name));
        foreach (var position in new[] { 0, bytes.Length / 2, bytes.Length - 1 })
            AssertNotPublished(name, [.. bytes[..position], (byte)(bytes[position] ^ 16), .. bytes[(position + 1)..]]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void With_more_at_its_end(string name) => AssertNotPublished(name, [.. File.ReadAllBytes(Original(name)), 0]);

    [Theory]
    [MemberData(nameof(Files))]
    public void Swapped_with_another(string name)
    {
        foreach (var other in Names.Where(other => other != name))
            AssertNotPublished(name, File.ReadAllBytes(Original(other)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void When_reading_fails_no_file_is_still_open(string name)
    {
        File.Delete(InFolder(name));
        // The other pair is read meanwhile, which may happen to end first.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Throws<DataFileException>(() => Mnist.Load(folder));
            foreach (var other in Names.Where(other => other != name))
                File.Open(InFolder(other), FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_once()
    {
        var nowhere = Path.Combine(folder, "nowhere");
        var unheard = UnobservedTasks.Of(
            () => Assert.Equal("t10k-labels-idx1-ubyte.gz", Assert.Throws<DataFileException>(() => Mnist.Load(nowhere)).FileName));
        Assert.DoesNotContain(unheard, failure => failure.Message.Contains(nowhere, StringComparison.Ordinal));
    }

    private static string Original(string name) => Path.Combine(Digits.Folder, name);

    private string InFolder(string name) => Path.Combine(folder, name);

    private void AssertNotPublished(string name, byte[] bytes)
    {
        File.WriteAllBytes(InFolder(name), bytes);
        AssertNamed(name, $"The data file '{name}' in '{folder}' is not the published one: expected SHA-256 ");
    }

    private void AssertNamed(string name, string message)
    {
        foreach (var read in new Action[] { () => Mnist.Load(folder), () => Mnist.Verify(folder) })
        {
            var problem = Assert.Throws<DataFileException>(read);
            Assert.Equal(name, problem.FileName);
            Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
            Assert.Contains("Restore it with: git checkout -- data/mnist", problem.Message, StringComparison.Ordinal);
        }
    }
}
