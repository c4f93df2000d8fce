using Descent.Cli.Engines;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Running;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Engines;

/// <summary>Notebooks in the released engine. Each test starts engines of its own.</summary>
public sealed class EngineRunTests : IDisposable
{
    private const string Packages = "#r \"nuget: MathNet.Numerics, 5.0.0\"\n#r \"nuget: Plotly.NET.Interactive, 6.0.0\"\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Outputs_come_as_in_the_course_s_own_kernel()
    {
        var result = await RunAsync(
            new RunOptions(),
            TestNotebook.Code(1, "Console.Write(\"a\"); Console.WriteLine(\"b\"); Console.Error.Write(\"c\"); display(\"shown\");\n\"value\""),
            TestNotebook.Code(2, "string? name = null;"),
            TestNotebook.Code(3, "var one = 1;\nint two = ;", NotebookCell.RaisesExceptionTag),
            TestNotebook.Code(4, "throw new ArgumentException(\"meant\");", NotebookCell.RaisesExceptionTag),
            TestNotebook.Code(5, "$\"{Environment.CurrentDirectory} {Environment.GetEnvironmentVariable(\"DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT\")}\""));

        Assert.Equal(0, result.Errors);
        Assert.Equal(
            ["stdout ab\n", "stderr c", "display text/plain shown", "value text/plain value"], result.Cells[0].Outputs.Select(Words));
        // Jupyter prints warnings where it prints what the cell writes to stderr.
        Assert.StartsWith("stderr (1,7): warning CS8632: ", Words(Assert.Single(result.Cells[1].Outputs)), StringComparison.Ordinal);
        var failed = Assert.IsType<CellOutcome.CompilationFailed>(result.Cells[2].Outcome);
        Assert.Equal([new Diagnostic("CS1525", "Invalid expression term ';'", 2, 11, "int two = ;")], failed.Diagnostics);
        var threw = Assert.IsType<CellOutcome.Threw>(result.Cells[3].Outcome);
        Assert.Equal(("System.ArgumentException", "meant"), (threw.Type, threw.Message));
        Assert.Equal([$"value text/plain {folder.Path} 1"], result.Cells[4].Outputs.Select(Words));
    }

    [Fact]
    public async Task Two_engines_at_once_load_the_same_packages_and_their_notices_are_left_out()
    {
        var notebooks = Enumerable.Range(1, 2)
            .Select(number => TestNotebook.Of(folder, $"{number}.ipynb", $"{Packages}\"{number}\"", "Environment.ProcessId.ToString()"))
            .ToList();

        var run = await new CourseRunner(new RunOptions { Engine = await ReleasedEngine.FindAsync() })
            .RunAsync(notebooks, new NoProgress(), TestContext.Current.CancellationToken);

        Assert.Equal((4, 0), (run.CellsRun, run.Errors));
        Assert.Equal(["value text/plain 1"], run.Lessons[0].Cells[0].Outputs.Select(Words));
        Assert.Equal(["value text/plain 2"], run.Lessons[1].Cells[0].Outputs.Select(Words));
        Assert.NotEqual(Words(run.Lessons[0].Cells[1].Outputs[0]), Words(run.Lessons[1].Cells[1].Outputs[0]));
    }

    [Theory]
    [InlineData("hello there")]
    [InlineData("42")]
    public async Task A_line_that_is_not_of_the_protocol_ends_the_lesson_and_is_shown(string line)
    {
        var result = await RunAsync("1", $"Console.OpenStandardOutput().Write(\"{line}\\n\"u8.ToArray());\nSystem.Threading.Thread.Sleep(-1);", "3");

        Assert.StartsWith(
            $"Expected a message of the engine in JSON, found this line: {line}\n",
            Assert.IsType<CellOutcome.EngineFailed>(result.Cells[1].Outcome).Reason,
            StringComparison.Ordinal);
        Assert.IsType<CellOutcome.NotRun>(result.Cells[2].Outcome);
        Assert.Equal(1, result.Errors);
    }

    [Fact]
    public async Task An_engine_that_is_none_is_found_out_at_the_first_cell()
    {
        var result = await RunAsync(new RunOptions { Engine = new EngineProgram(ReleasedEngine.Dotnet, ["--list-sdks"]) }, TestNotebook.Code(1, "1"), TestNotebook.Code(2, "2"));

        Assert.True(result.Cells[0].Outcome is CellOutcome.EngineFailed or CellOutcome.WorkerEnded, $"{result.Cells[0].Outcome}");
        Assert.Equal((1, 1, 1), (result.CellsRun, result.CellsNotRun, result.Errors));
    }

    [Fact]
    public async Task A_cell_that_ends_the_engine_is_found_out_with_the_exit_code()
    {
        var result = await RunAsync("1", "Environment.Exit(3);", "3");

        Assert.Equal(new CellOutcome.WorkerEnded(3, ""), result.Cells[1].Outcome);
        Assert.IsType<CellOutcome.NotRun>(result.Cells[2].Outcome);
    }

    private Task<LessonResult> RunAsync(params string[] sources) =>
        RunAsync(new RunOptions(), [.. sources.Select((source, index) => TestNotebook.Code(index + 1, source))]);

    private async Task<LessonResult> RunAsync(RunOptions options, params NotebookCell[] cells) =>
        await new LessonRunner(options with { Engine = options.Engine ?? await ReleasedEngine.FindAsync() })
            .RunAsync(new Notebook(folder.File("n.ipynb"), "n.ipynb", cells), _ => { }, TestContext.Current.CancellationToken);

    private static string Words(RecordedOutput output) => output switch
    {
        RecordedOutput.Stream stream => $"{stream.Name} {stream.Text}",
        RecordedOutput.DisplayData display => $"display {Forms(display)}",
        RecordedOutput.ExecuteResult result => $"value {Forms(result)}",
        _ => $"{output}",
    };

    private static string Forms(RecordedOutput.Bundle bundle) => string.Join(", ", bundle.Data.Select(form => $"{form.Key} {form.Value}"));

    private sealed class NoProgress : IRunProgress
    {
        public void LessonStarted(int lesson)
        {
        }

        public void CellStarted(int lesson, int position)
        {
        }

        public void LessonFinished(int lesson, LessonResult result)
        {
        }
    }
}
