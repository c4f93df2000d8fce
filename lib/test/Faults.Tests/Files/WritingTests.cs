using System.Diagnostics;
using System.Text.Json;
using Descent.Cli.Tests.Support;
using Faults.Tests.Support;

namespace Faults.Tests.Files;

/// <summary>What becomes of files that <c>descent run</c> cannot write, and of what it writes beside them.</summary>
public sealed class WritingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_disk_that_is_full_is_told_and_the_notebook_stays_as_it_was()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit that stands for a full disk is set by a shell of Linux.");
        var path = folder.Write("n.ipynb", LargeNotebook.Text);
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
        Assert.Equal(LargeNotebook.Text, File.ReadAllText(path));
        Assert.Equal(["n.ipynb"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_notebook_that_is_read_only_is_told_of_and_stays_as_it_was()
    {
        var path = folder.Write("n.ipynb", LargeNotebook.Text);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        var run = await DescentCommand.RunAsync("run", "--write", path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{path} was not written: {path} is read-only. It is as it was.", run.Error, StringComparison.Ordinal);
        Assert.Equal(LargeNotebook.Text, File.ReadAllText(path));
        File.SetAttributes(path, FileAttributes.Normal);
    }

    [Fact]
    public async Task A_folder_that_is_read_only_is_told_of_and_keeps_its_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions.");
        if (OperatingSystem.IsWindows())
            return;
        var path = folder.Write("n.ipynb", LargeNotebook.Text);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var run = await DescentCommand.RunAsync(Permissions.Binding(DescentCommand.StartInfo("run", "--write", path)));
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.True(run.ExitCode == 1, run.Output + run.Error);
        Assert.Contains($"{path} was not written: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("It is as it was. Make room, or allow writing, and try again.", run.Error, StringComparison.Ordinal);
        Assert.Equal(LargeNotebook.Text, File.ReadAllText(path));
        Assert.Equal(["n.ipynb"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_report_uses_up_what_a_killed_run_has_left_beside_it()
    {
        var path = folder.Write("n.ipynb", NotebookText.Of("\"first\""));
        folder.Write("report.json.tmp", "{\"notebooks\": [");
        var run = await DescentCommand.RunAsync("run", "--json", folder.File("report.json"), path);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal(1, JsonDocument.Parse(File.ReadAllText(folder.File("report.json"))).RootElement.GetProperty("cells").GetInt32());
        Assert.Equal(["n.ipynb", "report.json"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Two_cells_with_one_id_keep_an_output_each()
    {
        var path = folder.Write("n.ipynb", NotebookText.Of("\"first\"", "\"second\"").Replace("cell-1", "cell-0", StringComparison.Ordinal));
        var text = await WriteOnceAsync(path);
        var cells = JsonDocument.Parse(text).RootElement.GetProperty("cells").EnumerateArray();
        Assert.Equal(["first", "second"], cells.Select(cell => cell.GetProperty("outputs")[0].GetProperty("data").GetProperty("text/plain")[0].GetString()));
    }

    private static async Task<string> WriteOnceAsync(string path)
    {
        var run = await DescentCommand.RunAsync("run", "--write", path);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return await File.ReadAllTextAsync(path);
    }
}
