using System.Diagnostics;
using System.Text.Json;
using Descent.Cli.Tests.Support;
using Faults.Tests.Support;

namespace Faults.Tests.Files;

/// <summary>What becomes of a notebook when <c>descent run --write</c> does not get to its end.</summary>
public sealed class WritingTests : IDisposable
{
    private const int Kills = 50;
    private const int AtOnce = 2;
    private const double MostWritingTime = 500;

    // Two megabytes, so that writing takes a while, and no code, so that running does not. A cell without code loses its old outputs.
    private static readonly string Old = JsonSerializer.Serialize(new
    {
        cells = new object[]
        {
            new { cell_type = "markdown", id = "a", metadata = new { }, source = string.Concat(Enumerable.Repeat("Some text, not long, which stands here many times; 一些文字. ", 40_000)) },
            new { cell_type = "code", execution_count = 1, id = "b", metadata = new { }, outputs = new[] { new { output_type = "stream", name = "stdout", text = "old" } }, source = "" },
        },
        metadata = new { },
        nbformat = 4,
        nbformat_minor = 5,
    });

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_notebook_whose_run_is_killed_at_any_moment_is_the_old_one_or_the_new_one()
    {
        var (written, usual) = await WriteOnceAsync(folder.Write("new.ipynb", Old));
        Assert.NotEqual(Old, written);
        var random = new Random(1);
        var outcomes = new List<string>();
        foreach (var kills in Enumerable.Range(0, Kills).Select(kill => (Kill: kill, Moment: random.NextDouble())).Chunk(AtOnce))
            outcomes.AddRange(await Task.WhenAll(kills.Select(one => KillAsync(folder.Write($"{one.Kill % AtOnce} \"课\".ipynb", Old), one.Kill, one.Moment * usual))));

        TestContext.Current.TestOutputHelper?.WriteLine($"{outcomes.Count(text => text == Old)} old, {outcomes.Count(text => text == written)} new");
        Assert.Equal(Kills, outcomes.Count);
        Assert.Contains(Old, outcomes);
        Assert.All(outcomes, text => Assert.True(text == Old || text == written, $"A notebook of {text.Length} characters is neither the old nor the new one."));
        // What the killed ones have left beside a notebook goes with the next run.
        for (var index = 0; index < AtOnce; index++)
            Assert.Equal(written, (await WriteOnceAsync(folder.Write($"{index} \"课\".ipynb", Old))).Text);
        Assert.DoesNotContain(Directory.GetFiles(folder.Path), file => !file.EndsWith(".ipynb", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_disk_that_is_full_is_told_and_the_notebook_stays_as_it_was()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit that stands for a full disk is set by a shell of Linux.");
        var path = folder.Write("n.ipynb", Old);
        var command = DescentCommand.StartInfo("run", "--write", path);
        // No file may grow beyond a megabyte, which writing is told as an error and not by a signal.
        var start = new ProcessStartInfo("bash", ["-c", "ulimit -f 1000; trap '' XFSZ; exec \"$0\" \"$@\"", command.FileName, .. command.ArgumentList])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The runtime maps its own code from a large file otherwise.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        var run = await DescentCommand.RunAsync(start);
        Assert.True(run.ExitCode == 1, run.Output + run.Error);
        Assert.Contains("was not written: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("It is as it was. Make room, or allow writing, and try again.", run.Error, StringComparison.Ordinal);
        Assert.Equal(Old, File.ReadAllText(path));
        Assert.Equal(["n.ipynb"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_notebook_that_is_read_only_is_told_of_and_stays_as_it_was()
    {
        var path = folder.Write("n.ipynb", Old);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        var run = await DescentCommand.RunAsync("run", "--write", path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{path} was not written: {path} is read-only. It is as it was.", run.Error, StringComparison.Ordinal);
        Assert.Equal(Old, File.ReadAllText(path));
        File.SetAttributes(path, FileAttributes.Normal);
    }

    [Fact]
    public async Task Two_cells_with_one_id_keep_an_output_each()
    {
        var path = folder.Write("n.ipynb", NotebookText.Of("\"first\"", "\"second\"").Replace("cell-1", "cell-0", StringComparison.Ordinal));
        var (text, _) = await WriteOnceAsync(path);
        var cells = JsonDocument.Parse(text).RootElement.GetProperty("cells").EnumerateArray();
        Assert.Equal(["first", "second"], cells.Select(cell => cell.GetProperty("outputs")[0].GetProperty("data").GetProperty("text/plain")[0].GetString()));
    }

    private static async Task<(string Text, TimeSpan Elapsed)> WriteOnceAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        var run = await DescentCommand.RunAsync("run", "--write", path);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return (await File.ReadAllTextAsync(path), watch.Elapsed);
    }

    // One half of them at any time, the other while the notebook is being written.
    private static async Task<string> KillAsync(string path, int kill, TimeSpan after)
    {
        using var process = Process.Start(DescentCommand.StartInfo("run", "--write", path))!;
        if (kill % 4 >= AtOnce)
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("finished", StringComparison.Ordinal))
            {
            }

            after = TimeSpan.FromMilliseconds(MostWritingTime * (kill + 1) / Kills);
        }

        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(after));
        process.Kill();
        await process.WaitForExitAsync();
        return await File.ReadAllTextAsync(path);
    }
}
