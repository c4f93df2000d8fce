using Descent.Cli.Kernel;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Kernel;

// What becomes of the note when the process ends is seen on real processes, in EndOfProcessTests.
public sealed class RunningCellNoteTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_line_is_the_cell_that_runs_and_empty_between_cells()
    {
        using var note = new RunningCellNote(folder.Path, "kernel-1.json");
        Assert.Equal("", FirstLine());
        note.Begin("cell 1", "\n  var longer = 1;\nvar other = 2;");
        Assert.Equal("cell 1 (var longer = 1;)", FirstLine());
        note.End();
        Assert.Equal("", FirstLine());
        note.Begin("cell 2", "1");
        Assert.Equal("cell 2 (1)", FirstLine());
        note.Begin("cell 3", new string('x', 61));
        Assert.Equal($"cell 3 ({new string('x', 60)}…)", FirstLine());
    }

    [Fact]
    public void A_kernel_that_ends_as_it_should_leaves_nothing_and_tells_nothing()
    {
        var note = new RunningCellNote(folder.Path, "kernel-1.json");
        note.Begin("cell 1", "1");
        note.Dispose();
        Assert.Empty(Directory.GetFiles(folder.Path));
        note.Begin("cell 2", "a cell that goes on while the kernel ends");
        using var next = new RunningCellNote(folder.Path, "kernel-1.json");
        Assert.Null(next.TakeMessage());
    }

    [Fact]
    public void A_note_that_was_left_is_told_once_and_by_the_kernel_with_that_connection_only()
    {
        string left;
        using (new RunningCellNote(folder.Path, "kernel-1.json"))
            left = Directory.GetFiles(folder.Path).Single();
        File.WriteAllText(left, "cell 2 (deeper(0))\nthe rest of a longer line");

        using var other = new RunningCellNote(folder.Path, "kernel-2.json");
        Assert.Null(other.TakeMessage());
        using var next = new RunningCellNote(folder.Path, "kernel-1.json");
        Assert.StartsWith("The kernel before this one ended while it ran cell 2 (deeper(0)), and all variables are gone.", next.TakeMessage(), StringComparison.Ordinal);
        Assert.Null(next.TakeMessage());
        Assert.Equal("", FirstLine(left));
    }

    [Fact]
    public void Old_notes_go_unless_their_kernel_lives()
    {
        using var living = new RunningCellNote(folder.Path, "kernel-1.json");
        var used = Directory.GetFiles(folder.Path).Single();
        var dead = folder.Write("running-0123456789abcdef.txt", "cell 7 (1)\n");
        var recent = folder.Write("running-fedcba9876543210.txt", "cell 8 (1)\n");
        foreach (var old in (string[])[used, dead])
            File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-2));
        using var next = new RunningCellNote(folder.Path, "kernel-2.json");
        Assert.True(File.Exists(used));
        Assert.True(File.Exists(recent));
        Assert.False(File.Exists(dead));
    }

    private string FirstLine() => FirstLine(Directory.GetFiles(folder.Path).Single());

    private static string FirstLine(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadLine() ?? "";
    }
}
