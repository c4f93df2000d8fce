using Descent.Cli.Notebooks;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Notebooks;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string path;

    public AtomicFileTests() => path = folder.Write("n.ipynb", "old");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_new_content_takes_the_place_of_the_old_and_nothing_else_is_there()
    {
        // A process that was killed left half a file behind.
        folder.Write("n.ipynb.tmp", "half of what was to be wri");
        AtomicFile.Write(path, "new"u8.ToArray());
        AtomicFile.Write(folder.File("other"), "x"u8.ToArray());
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(["n.ipynb", "other"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_file_that_is_read_only_stays_as_it_is()
    {
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Assert.Contains("n.ipynb is read-only.", Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(path, "new"u8.ToArray())).Message, StringComparison.Ordinal);
        File.SetAttributes(path, FileAttributes.Normal);
        AssertOld();
    }

    [Fact]
    public void Two_writers_at_once_do_not_mix()
    {
        using var other = new FileStream(folder.File("n.ipynb.tmp"), FileMode.Create, FileAccess.Write, FileShare.None);
        Assert.Throws<IOException>(() => AtomicFile.Write(path, "new"u8.ToArray()));
        Assert.True(File.Exists(folder.File("n.ipynb.tmp")));
        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void Permissions_and_links_stay_what_they_were()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has neither.");
        else
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            var link = folder.File("link.ipynb");
            File.CreateSymbolicLink(link, path);
            AtomicFile.Write(link, "new"u8.ToArray());
            Assert.Equal("new", File.ReadAllText(path));
            Assert.Equal(path, new FileInfo(link).LinkTarget);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    private void AssertOld()
    {
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["n.ipynb"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }
}
