using System.Text.Json;
using Descent.Cli.CommandLine;
using Descent.Cli.Kernel;
using Descent.Cli.Tests.Engines;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.CommandLine;

public sealed class DescentProgramTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_ends_with_the_summary_and_leaves_the_notebook_alone()
    {
        var text = NotebookText.Of("var a = 1;", "a + 1");
        var path = folder.Write("课 \"1\".ipynb", text);

        var (exitCode, output, error) = await DescentAsync("run", path);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches(@"\n1 notebooks, 2 cells, 0 errors, \d+\.\d s\n$", output);
        Assert.DoesNotContain("\e", output, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    public async Task A_notebook_of_another_language_is_refused_and_nothing_is_run(string verb)
    {
        var text = NotebookText.Of("print(1)").Replace("\"metadata\":{},", "\"metadata\":{\"kernelspec\":{\"name\":\"python3\"}},", StringComparison.Ordinal);
        var path = folder.Write("1.ipynb", text);

        var (exitCode, output, error) = await DescentAsync(verb, path);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal(
            $"{path}: expected a notebook in C#, found one in Python (it says \"python3\"). " +
            "Run it with a kernel of that language, or choose the kernel .NET (C#) if its cells are C#.\nNothing was run.\n",
            error);
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("kernel", "--help")]
    [InlineData("kernel", "start", "--help")]
    public async Task Help_names_the_place_of_the_kernel_s_log(params string[] arguments)
    {
        var (exitCode, output, _) = await DescentAsync(arguments);

        Assert.Equal(0, exitCode);
        Assert.Contains(KernelFolders.Logs, output.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_is_shown_and_the_report_is_still_written()
    {
        var failing = folder.Write("1.ipynb", NotebookText.Of("1", "var b = nope;", "3"));
        var working = folder.Write("2.ipynb", NotebookText.Of("4"));

        var (exitCode, output, _) = await DescentAsync("run", failing, working, "--json", folder.File("out.json"));

        Assert.Equal(1, exitCode);
        Assert.Contains(
            $"{failing}, cell 2 (1,9): error CS0103: The name 'nope' does not exist in the current context\n" +
            "    var b = nope;\n" +
            "            ^\n" +
            "  1 cell after it was not run.\n",
            output,
            StringComparison.Ordinal);
        Assert.Matches(@"\n2 notebooks, 3 cells, 1 errors, \d+\.\d s\n$", output);
        using var report = JsonDocument.Parse(File.ReadAllText(folder.File("out.json")));
        Assert.Equal(
            ["completed", "compilation failed", "not run"],
            report.RootElement.GetProperty("notebooks")[0].GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task A_parameter_takes_the_value_of_the_command_line()
    {
        var path = folder.Write("n.ipynb", NotebookText.WithParameters("var rate = 0.1;", "if (rate != 0.5) throw new Exception($\"{rate}\");"));

        Assert.Equal(0, (await DescentAsync("run", path, "-p", "rate=0.5")).ExitCode);
        Assert.Equal(1, (await DescentAsync("run", path, "-p", "rate=0.4")).ExitCode);
    }

    [Fact]
    public async Task An_unknown_parameter_runs_nothing()
    {
        var path = folder.Write("n.ipynb", NotebookText.WithParameters("var rate = 0.1;"));

        var (exitCode, output, error) = await DescentAsync("run", path, "-p", "speed=1");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal(
            $"-p speed: no notebook has a parameter of that name, so nothing was run. The names that can be set:\n  {path}: rate\n",
            error);
    }

    [Fact]
    public async Task A_timeout_of_the_command_line_stops_a_cell()
    {
        var path = folder.Write("n.ipynb", NotebookText.Of("while (true) { }"));

        var (exitCode, output, _) = await DescentAsync("run", path, "--timeout", "3.5");

        Assert.Equal(1, exitCode);
        Assert.Contains("cell 1: error: The cell ran for longer than 3.5 s and was stopped.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_are_written_on_request_and_a_check_finds_one_changed_character()
    {
        var path = folder.Write("n.ipynb", NotebookText.Of("var a = 1;", "Console.WriteLine(\"loss 0.1\");\na + 1"));

        Assert.Equal(1, (await DescentAsync("check", path)).ExitCode);
        var (written, log, _) = await DescentAsync("run", path, "--write");
        var text = File.ReadAllText(path);
        var (fresh, checkLog, _) = await DescentAsync("check", path);
        await DescentAsync("run", path, "--write");

        Assert.Equal((0, 0), (written, fresh));
        Assert.Contains($"\n{path} is written.\n", log, StringComparison.Ordinal);
        Assert.Matches(@"\n1 notebooks, 2 cells, 0 errors, \d+\.\d s\n$", checkLog);
        Assert.DoesNotContain("stale", checkLog, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(path));

        File.WriteAllText(path, text.Replace("\"loss 0.1\\n\"", "\"loss 0.2\\n\"", StringComparison.Ordinal));
        var (exitCode, output, _) = await DescentAsync("check", path);

        Assert.Equal(1, exitCode);
        Assert.Contains(
            $"\n{path}, cell 2 (cell-1): output 1, stdout, line 1\n  - saved: loss 0.2\n  + now:   loss 0.1\nSaved outputs are stale. To write them anew: descent run --write\n",
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_in_the_released_engine_compares_what_both_engines_have_in_common()
    {
        await ReleasedEngine.FindAsync();
        var path = folder.Write("n.ipynb", NotebookText.Of("var a = 1;", "Console.WriteLine(\"loss 0.1\");\ndisplay(a);\nnew[] { 1.5, 2.5 }"));
        await DescentAsync("run", path, "--write");
        var text = File.ReadAllText(path);

        var (same, sameLog, sameError) = await DescentAsync("check", path, "--engine", "dotnet-interactive");
        File.WriteAllText(path, text.Replace("\"loss 0.1\\n\"", "\"loss 0.2\\n\"", StringComparison.Ordinal));
        var (other, otherLog, _) = await DescentAsync("check", path, "--engine", "dotnet-interactive");

        Assert.Equal((0, ""), (same, sameError));
        Assert.Matches(@"\n1 notebooks, 2 cells, 0 errors, \d+\.\d s\n$", sameLog);
        Assert.Equal(1, other);
        Assert.Contains(
            $"\n{path}, cell 2 (cell-1): output 1, stdout, line 1\n  - saved: loss 0.2\n  + now:   loss 0.1\n" +
            "dotnet-interactive shows something else than is saved. Whether what is saved is stale: descent check\n",
            otherLog,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_fails_when_a_cell_fails()
    {
        var path = folder.Write("n.ipynb", NotebookText.Of("nope"));

        var (exitCode, output, _) = await DescentAsync("check", path);

        Assert.Equal(1, exitCode);
        Assert.Contains("error CS0103: The name 'nope' does not exist in the current context", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'rnu'.", "rnu")]
    [InlineData("--soon: there is no such option. See descent run --help. A notebook of that name is ./--soon", "run", "--soon")]
    [InlineData("--timeout 0: expected a number of seconds above 0, for example --timeout 60.", "run", "--timeout", "0")]
    [InlineData("--timeout soon: expected a number of seconds above 0, for example --timeout 60.", "run", "--timeout", "soon")]
    [InlineData("-p rate: expected name=value, for example -p learningRate=0.5, found \"rate\".", "run", "-p", "rate", "n.ipynb")]
    [InlineData("--engine jupyter: there is no such engine. Expected dotnet-interactive, or no --engine for the course's own kernel.", "run", "--engine", "jupyter")]
    [InlineData("--engine jupyter: there is no such engine. Expected dotnet-interactive, or no --engine for the course's own kernel.", "check", "--engine", "jupyter")]
    [InlineData("Required argument missing for option: '--engine'.", "run", "--engine")]
    [InlineData(
        "Option '--engine' expects a single argument but 2 were provided.",
        "check", "--engine", "dotnet-interactive", "--engine", "dotnet-interactive")]
    [InlineData(
        "--write goes without --engine: the outputs in a notebook are those of the course's own kernel.",
        "run", "--write", "--engine", "dotnet-interactive")]
    [InlineData("--write goes without -p: the outputs in a notebook must be those of the values that stand in it.", "run", "--write", "-p", "rate=1")]
    public async Task A_wrong_command_line_says_what_is_wrong(string message, params string[] arguments)
    {
        var (exitCode, _, error) = await DescentAsync(arguments);

        Assert.Equal(1, exitCode);
        Assert.Equal(message, error.Trim());
    }

    [Fact]
    public async Task Help_names_the_verbs_but_not_the_workers()
    {
        var (exitCode, output, _) = await DescentAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("run <NOTEBOOK>", output, StringComparison.Ordinal);
        Assert.DoesNotContain("worker", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> DescentAsync(params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var exitCode = await DescentProgram.RunAsync(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
