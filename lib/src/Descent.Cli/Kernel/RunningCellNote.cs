using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Descent.Cli.Kernel;

/// <summary>
/// Notes which cell runs, in the first line of a file; the line is empty while none does. When a cell ends its kernel's process, the
/// note stays, and the kernel that Jupyter starts in its place, with the same connection file, tells the learner.
/// </summary>
internal sealed class RunningCellNote : IDisposable
{
    private const int LongestLine = 60;
    private static readonly TimeSpan OldAfter = TimeSpan.FromDays(1);

    private readonly string path;
    // Kept open: to make a file anew for each cell and delete it again takes longer than to send the cell's result.
    private SafeFileHandle? file;
    private string? leftBehind;

    public RunningCellNote(string folder, string connectionPath)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(connectionPath))))[..16];
        path = Path.Combine(folder, $"running-{name}.txt");
        Try(() =>
        {
            Directory.CreateDirectory(folder);
            if (File.Exists(path) && File.ReadLines(path).FirstOrDefault() is { Length: > 0 } cell)
                leftBehind = cell;
            file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        });
        Try(() => RemoveOld(folder));
    }

    public void Begin(string cell, string code)
    {
        var line = code.AsSpan().Trim().ToString().Split(['\n', '\r'])[0].TrimEnd();
        Write($"{cell} ({(line.Length > LongestLine ? line[..LongestLine] + "…" : line)})");
    }

    public void End() => Write("");

    /// <summary>What to tell a learner whose last kernel ended under a cell; said once.</summary>
    public string? TakeMessage()
    {
        if (Interlocked.Exchange(ref leftBehind, null) is not { } cell)
            return null;
        return $"The kernel before this one ended while it ran {cell}, and all variables are gone. "
            + "Look there for recursion without end, for Environment.Exit and for memory that runs out; then run the cells from the first one on.\n";
    }

    /// <summary>The kernel ends as it should, and leaves nothing.</summary>
    public void Dispose() => Try(() =>
    {
        if (Interlocked.Exchange(ref file, null) is not { } open)
            return;
        open.Dispose();
        File.Delete(path);
    });

    private void Write(string line) => Try(() =>
    {
        if (file is { } open)
            RandomAccess.Write(open, Encoding.UTF8.GetBytes(line + "\n"), 0);
    });

    private static void RemoveOld(string folder)
    {
        foreach (var note in Directory.GetFiles(folder, "running-*.txt"))
        {
            if (File.GetLastWriteTimeUtc(note) + OldAfter < DateTime.UtcNow)
                Try(() => RemoveUnused(note));
        }
    }

    // That of a kernel which still lives, and has merely not run a cell since, cannot be opened.
    private static void RemoveUnused(string note)
    {
        using (File.OpenHandle(note, FileMode.Open, FileAccess.Write, FileShare.None))
        {
        }

        File.Delete(note);
    }

    // The disk is full, or read-only, or a cell goes on while the kernel ends: the notebook matters more than its note.
    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
        }
    }
}
