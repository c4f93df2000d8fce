using System.Globalization;
using Descent.Jupyter;

namespace Descent.Cli.Kernel;

/// <summary>A kernel's log: a text file, since a kernel has no console. A log that cannot be written stops nothing.</summary>
internal sealed class KernelLogFile : IKernelLog, IDisposable
{
    private const int Kept = 20;

    private readonly Lock gate = new();
    private readonly TextWriter writer;

    public KernelLogFile(string folder)
    {
        writer = Open(folder);
        Write($"Kernel {ProgramVersion.Current} starts, process {Environment.ProcessId}, .NET {Environment.Version}, in {Environment.CurrentDirectory}.");
    }

    public void Write(string message)
    {
        lock (gate)
        {
            try
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:yyyy-MM-dd HH:mm:ss.fff} {message}"));
            }
            catch (IOException)
            {
                // The disk is full: the notebook matters more than its log.
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
            writer.Dispose();
    }

    private static TextWriter Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            RemoveOldest(folder);
            var name = string.Create(CultureInfo.InvariantCulture, $"kernel-{DateTime.Now:yyyyMMdd-HHmmss}-{Environment.ProcessId}.log");
            return new StreamWriter(Path.Combine(folder, name)) { AutoFlush = true };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return TextWriter.Null;
        }
    }

    private static void RemoveOldest(string folder)
    {
        // Names begin with the date, so the order of names is that of age.
        foreach (var file in Directory.GetFiles(folder, "kernel-*.log").OrderDescending(StringComparer.Ordinal).Skip(Kept - 1))
            File.Delete(file);
    }
}
