using System.Security.Cryptography;
using System.Text;

namespace Descent.Cli.Kernel;

/// <summary>
/// Notes which cell runs, in a file that is gone again when the cell has ended. When a cell ends its kernel's process, the note stays,
/// and the kernel that Jupyter starts in its place, with the same connection file, tells the learner.
/// </summary>
internal sealed class RunningCellNote
{
    private const int LongestLine = 60;
    private static readonly TimeSpan OldAfter = TimeSpan.FromDays(1);

    private readonly string folder;
    private readonly string file;
    private string? leftBehind;

    public RunningCellNote(string folder, string connectionPath)
    {
        this.folder = folder;
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(connectionPath))))[..16];
        file = Path.Combine(folder, $"running-{name}.txt");
        Try(() =>
        {
            if (!File.Exists(file))
                return;
            leftBehind = File.ReadAllText(file);
            File.Delete(file);
        });
        Try(RemoveOld);
    }

    public void Begin(string cell, string code) => Try(() =>
    {
        Directory.CreateDirectory(folder);
        var line = code.AsSpan().Trim().ToString().Split('\n')[0].TrimEnd();
        File.WriteAllText(file, $"{cell} ({(line.Length > LongestLine ? line[..LongestLine] + "…" : line)})");
    });

    public void End() => Try(() => File.Delete(file));

    /// <summary>What to tell a learner whose last kernel ended under a cell; said once.</summary>
    public string? TakeMessage()
    {
        if (Interlocked.Exchange(ref leftBehind, null) is not { } cell)
            return null;
        return $"The kernel before this one ended while it ran {cell}, and all variables are gone. "
            + "Look there for recursion without end, for Environment.Exit and for memory that runs out; then run the cells from the first one on.\n";
    }

    private void RemoveOld()
    {
        foreach (var note in Directory.Exists(folder) ? Directory.GetFiles(folder, "running-*.txt") : [])
        {
            if (File.GetLastWriteTimeUtc(note) + OldAfter < DateTime.UtcNow)
                File.Delete(note);
        }
    }

    // The disk is full, or read-only: the notebook matters more than its note.
    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
