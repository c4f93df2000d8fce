using System.Diagnostics;
using Descent.Cli.Tests.Support;
using Faults.Tests.Support;

namespace Faults.Tests.Files;

/// <summary>What becomes of a notebook when <c>descent run --write</c> is killed, which no program can do anything about at that moment.</summary>
public sealed class KilledRunTests : IDisposable
{
    private const int Kills = 50;
    private const int AtOnce = 2;
    private const int Followed = 8;
    private const double MostMillisecondsAfterwards = 5;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_notebook_whose_run_is_killed_at_any_moment_is_the_old_one_or_the_new_one()
    {
        var first = folder.Write("new.ipynb", LargeNotebook.Text);
        var old = File.ReadAllBytes(first);
        var watch = Stopwatch.StartNew();
        await WriteAsync(first);
        var (written, usual) = (File.ReadAllBytes(first), watch.Elapsed);
        Assert.NotEqual(old, written);
        var random = new Random(1);
        var killed = new List<string>();
        for (var attempt = 0; killed.Count < Kills && attempt < 2 * Kills; attempt += AtOnce)
        {
            var runs = Enumerable.Range(attempt, AtOnce).Select(run => (Number: run, Path: folder.Write($"{run} \"课\".ipynb", LargeNotebook.Text), Moment: random.NextDouble())).ToList();
            var kills = await Task.WhenAll(runs.Select(run => Task.Run(() => KillAsync(run.Path, MomentOf(run.Number), run.Moment, usual))));
            killed.AddRange(runs.Zip(kills).Where(run => run.Second).Select(run => run.First.Path));
        }

        var outcomes = killed.ConvertAll(File.ReadAllBytes);
        var inMidWrite = killed.FindAll(path => File.Exists(Temporary(path)));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{outcomes.Count(content => content.SequenceEqual(old))} old, {inMidWrite.Count} of them in mid-write; {outcomes.Count(content => content.SequenceEqual(written))} new");
        Assert.InRange(killed.Count, Kills, Kills + AtOnce - 1);
        Assert.All(outcomes, content => Assert.True(content.SequenceEqual(old) || content.SequenceEqual(written), $"A notebook of {content.Length} bytes is neither the old nor the new one."));
        Assert.Contains(outcomes, content => content.SequenceEqual(old));
        Assert.Contains(outcomes, content => content.SequenceEqual(written));
        Assert.NotEmpty(inMidWrite);

        // What the killed ones have left beside a notebook does the next run no harm, and goes with it.
        var followed = inMidWrite.Take(Followed).ToList();
        await WriteAsync([.. followed]);
        Assert.All(followed, path => Assert.Equal(written, File.ReadAllBytes(path)));
        Assert.All(followed, path => Assert.False(File.Exists(Temporary(path)), $"{Temporary(path)} is still there."));
        // Nothing else lies about.
        Assert.Equal(inMidWrite.Skip(Followed).Select(Temporary).Order(), Directory.GetFiles(folder.Path).Where(file => !file.EndsWith(".ipynb", StringComparison.Ordinal)).Order());
    }

    private static string Temporary(string path) => $"{path}.tmp";

    private static async Task WriteAsync(params string[] paths)
    {
        var run = await DescentCommand.RunAsync(["run", "--write", .. paths]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    // One half of them at any time; of the other, every fourth just after the notebook has been replaced.
    private static KillMoment MomentOf(int run) => (run % 8) switch
    {
        0 or 2 or 4 or 6 => KillMoment.AnyTime,
        7 => KillMoment.Replaced,
        _ => KillMoment.Writing,
    };

    /// <returns>Whether it was killed, and has not ended before.</returns>
    private static async Task<bool> KillAsync(string path, KillMoment moment, double fraction, TimeSpan usual)
    {
        var length = new FileInfo(path).Length;
        using var process = Process.Start(DescentCommand.StartInfo("run", "--write", path))!;
        if (moment == KillMoment.AnyTime)
        {
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(fraction * usual));
        }
        else
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("finished", StringComparison.Ordinal))
            {
            }

            // No sleep is short enough. Also a file that is written in its place shows that writing has begun.
            SpinUntil(() => File.Exists(Temporary(path)) || new FileInfo(path).Length != length || process.HasExited);
            if (moment == KillMoment.Replaced)
                SpinUntil(() => !File.Exists(Temporary(path)) || process.HasExited);
            var reached = Stopwatch.StartNew();
            SpinUntil(() => reached.Elapsed.TotalMilliseconds >= fraction * MostMillisecondsAfterwards);
        }

        process.Kill();
        await process.WaitForExitAsync();
        return process.ExitCode != 0;
    }

    private static void SpinUntil(Func<bool> reached)
    {
        while (!reached())
            Thread.Yield();
    }

    private enum KillMoment
    {
        AnyTime,
        Writing,
        Replaced,
    }
}
