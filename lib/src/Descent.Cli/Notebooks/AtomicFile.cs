namespace Descent.Cli.Notebooks;

/// <summary>
/// Writes a file beside its place and then moves it there, so that no reader ever sees half of it and a failure leaves the old one,
/// be it a full disk, the end of this process or of the machine's power.
/// </summary>
internal static class AtomicFile
{
    /// <exception cref="IOException">The disk is full, or somebody else writes the same file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is read-only.</exception>
    public static void Write(string path, byte[] content)
    {
        var place = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        // Replacing a file asks for the right to write to its folder only.
        if (File.Exists(place) && File.GetAttributes(place).HasFlag(FileAttributes.ReadOnly))
            throw new UnauthorizedAccessException($"{place} is read-only.");
        // Always the same name, so that what a killed process has left is used up by the next one.
        var temporary = $"{place}.tmp";
        using var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Delete);
        try
        {
            KeepMode(place, temporary);
            file.Write(content);
            // The name must not reach the disk before the content does.
            file.Flush(flushToDisk: true);
            file.Dispose();
            File.Move(temporary, place, overwrite: true);
        }
        catch (Exception exception)
        {
            File.Delete(temporary);
            // What .NET makes of a file that is larger than its file system takes.
            if (exception is ArgumentOutOfRangeException)
                throw new IOException(exception.Message, exception);
            throw;
        }
    }

    private static void KeepMode(string place, string temporary)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(place))
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(place));
    }
}
