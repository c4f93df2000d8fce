using System.Text;
using Descent.Cli.Running;

namespace Descent.Cli.Worker;

/// <summary>The first words of what a process writes to its standard error, which is read to its end so that the process never waits.</summary>
internal sealed class FirstWords
{
    private const int Limit = 2_000;
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    private readonly StringBuilder words = new();
    private readonly Task reading;

    public FirstWords(StreamReader reader)
    {
        reading = Task.Run(() => KeepAsync(reader));
        reading.Forget();
    }

    /// <summary>The words, once the process has ended. What it has started may hold its standard error open: that is waited for a while.</summary>
    public async Task<string> OfEndedProcessAsync()
    {
        await Task.WhenAny(reading, Task.Delay(DrainTime));
        lock (words)
            return words.ToString().Trim();
    }

    private async Task KeepAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) is var count and > 0)
        {
            lock (words)
                words.Append(buffer, 0, Math.Min(count, Limit - words.Length));
        }
    }
}
