using Descent.Cli.Book;
using Descent.Cli.CommandLine;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Book;

public sealed class BookFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Files_replace_those_of_the_last_book_and_leave_others_alone()
    {
        folder.Write("mine.txt", "mine");
        BookFolder.Write(folder.Path, [new("index.html", "old"u8.ToArray())]);

        BookFolder.Write(folder.Path, [new("index.html", "new"u8.ToArray()), new("assets/book.css", "css"u8.ToArray())]);

        Assert.Equal("new", File.ReadAllText(folder.File("index.html")));
        Assert.Equal(
            ["assets/book.css", "index.html", "mine.txt"],
            Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_is_no_place_for_a_book()
    {
        var path = folder.Write("book", "text");

        Assert.Equal(
            $"--out {path}: expected a folder, found a file. Name another place.",
            Assert.Throws<UserError>(() => BookFolder.RequireUsable(path)).Message);
        Assert.StartsWith(
            "The book was not written: ",
            Assert.Throws<UserError>(() => BookFolder.Write(path, [new("index.html", [])])).Message,
            StringComparison.Ordinal);
    }
}
