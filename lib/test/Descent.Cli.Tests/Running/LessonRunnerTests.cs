using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Running;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;
using Descent.Scripting;

namespace Descent.Cli.Tests.Running;

/// <summary>Runs real cells in real workers.</summary>
public sealed class LessonRunnerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Cells_share_state_and_their_outputs_come_in_order()
    {
        var result = await RunAsync(
            "var a = 20;",
            """
            Console.WriteLine("one");
            Console.WriteLine("two");
            Console.Error.WriteLine("three");
            a + 1
            """);

        Assert.Equal(0, result.Errors);
        Assert.Equal(2, result.CellsRun);
        Assert.Empty(result.Cells[0].Outputs);
        Assert.Equal(
            [new RecordedOutput.Stream("stdout", "one\ntwo\n"), new RecordedOutput.Stream("stderr", "three\n")],
            result.Cells[1].Outputs.Take(2));
        Assert.Equal("21", Assert.IsType<RecordedOutput.ExecuteResult>(result.Cells[1].Outputs[2]).Data["text/plain"]);
    }

    [Fact]
    public async Task Relative_paths_start_from_the_notebooks_folder()
    {
        folder.Write("数据 \"1\".txt", "found");

        var result = await RunAsync("File.ReadAllText(\"数据 \\\"1\\\".txt\")");

        Assert.Equal("found", Assert.IsType<RecordedOutput.ExecuteResult>(result.Cells[0].Outputs[0]).Data["text/plain"]);
    }

    // In a process that has never registered the course: its charts would have the course's form.
    [Fact]
    public async Task A_notebook_with_nothing_but_Plotly_NET_Interactive_draws_its_charts()
    {
        var result = await RunAsync(
            "#r \"nuget: Plotly.NET.Interactive, 6.0.0\"\n1",
            """
            var trace = new Plotly.NET.Trace("scatter");
            trace.SetProperty("x", new[] { 1, 2 });
            trace.SetProperty("y", new[] { 3, 4 });
            Plotly.NET.GenericChart.ofTraceObject(true, trace)
            """,
            "AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name == \"Plotly.NET.Interactive\")");

        var shown = result.Cells.Select(cell => Assert.IsType<RecordedOutput.ExecuteResult>(Assert.Single(cell.Outputs)).Data).ToList();
        Assert.Equal(["1", "1"], [shown[0]["text/plain"], shown[2]["text/plain"]]);
        Assert.Contains("fsharpPlotlyRequire", shown[1]["text/html"], StringComparison.Ordinal);
        Assert.Contains("Plotly.newPlot", shown[1]["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_nobody_knows_is_told_of_on_stderr()
    {
        var result = await RunAsync("#!nosuch\nConsole.Write(1);\n2");

        Assert.Equal(0, result.Errors);
        Assert.Equal(
            [new RecordedOutput.Stream("stdout", "1"), new RecordedOutput.Stream("stderr", "#!nosuch: this kernel knows no such command. The rest of the cell was run.\n")],
            result.Cells[0].Outputs.Take(2));
        Assert.Equal("2", Assert.IsType<RecordedOutput.ExecuteResult>(result.Cells[0].Outputs[2]).Data["text/plain"]);
    }

    [Fact]
    public async Task A_cell_marked_as_HTML_or_Markdown_is_shown()
    {
        var result = await RunAsync(
            new Notebook(
                folder.File("n.ipynb"),
                "n.ipynb",
                [TestNotebook.Code(1, "<b>1</b>") with { Language = CellLanguage.Html }, TestNotebook.Code(2, "*2*\n#!csharp\n3") with { Language = CellLanguage.Markdown }]),
            new RunOptions());

        Assert.Equal(0, result.Errors);
        Assert.Equal("<b>1</b>", Assert.IsType<RecordedOutput.DisplayData>(Assert.Single(result.Cells[0].Outputs)).Data["text/html"]);
        Assert.Equal("<p><em>2</em></p>\n", Assert.IsType<RecordedOutput.DisplayData>(result.Cells[1].Outputs[0]).Data["text/html"]);
        Assert.Equal("3", Assert.IsType<RecordedOutput.ExecuteResult>(result.Cells[1].Outputs[1]).Data["text/plain"]);
    }

    [Fact]
    public async Task An_update_replaces_what_was_displayed_in_an_earlier_cell()
    {
        var result = await RunAsync("var shown = display(\"before\");", "shown.Update(\"after\");");

        Assert.Equal(0, result.Errors);
        Assert.Equal("after", Assert.IsType<RecordedOutput.DisplayData>(Assert.Single(result.Cells[0].Outputs)).Data["text/plain"]);
        Assert.Empty(result.Cells[1].Outputs);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_ends_the_lesson_with_line_and_column()
    {
        var result = await RunAsync("1", "var a = 1;\nvar b = nope;", "2", "3");

        var failed = Assert.IsType<CellOutcome.CompilationFailed>(result.Cells[1].Outcome);
        var diagnostic = Assert.Single(failed.Diagnostics);
        Assert.Equal(("CS0103", 2, 9, "var b = nope;"), (diagnostic.Id, diagnostic.Line, diagnostic.Column, diagnostic.SourceLine));
        Assert.Equal((2, 2, 1), (result.CellsRun, result.CellsNotRun, result.Errors));
    }

    [Fact]
    public async Task A_cell_that_throws_tells_its_own_line()
    {
        var result = await RunAsync("var zero = 0;", "var a = 1;\n\nvar b = a / zero;", "2");

        var threw = Assert.IsType<CellOutcome.Threw>(result.Cells[1].Outcome);
        Assert.Equal("System.DivideByZeroException", threw.Type);
        Assert.Equal(3, threw.Line);
        Assert.IsType<CellOutcome.NotRun>(result.Cells[2].Outcome);
    }

    [Fact]
    public async Task A_cell_that_fails_on_purpose_does_not_end_the_lesson()
    {
        var notebook = new Notebook(folder.File("n.ipynb"), "n.ipynb",
        [
            TestNotebook.Code(1, "throw new InvalidOperationException(\"meant\");", NotebookCell.RaisesExceptionTag),
            TestNotebook.Code(2, "2"),
        ]);

        var result = await RunAsync(notebook, new RunOptions());

        Assert.Equal((2, 0), (result.CellsRun, result.Errors));
        Assert.Equal("meant", Assert.IsType<RecordedOutput.Error>(Assert.Single(result.Cells[0].Outputs)).Message);
    }

    [Fact]
    public async Task A_cell_that_ends_its_process_is_found_out()
    {
        var result = await RunAsync("1", "Environment.Exit(3);", "3");

        Assert.Equal(new CellOutcome.WorkerEnded(3, ""), result.Cells[1].Outcome);
        Assert.IsType<CellOutcome.Completed>(result.Cells[0].Outcome);
        Assert.IsType<CellOutcome.NotRun>(result.Cells[2].Outcome);
    }

    [Fact]
    public async Task Recursion_without_end_is_an_error_like_any_other()
    {
        var result = await RunAsync("int Deeper(int x) => Deeper(x + 1) + 1;", "\nDeeper(0)");

        var threw = Assert.IsType<CellOutcome.Threw>(result.Cells[1].Outcome);
        Assert.Equal(("System.InsufficientExecutionStackException", 2), (threw.Type, threw.Line));
    }

    [Fact]
    public async Task A_stack_overflow_is_found_out()
    {
        // More in one function than there is: no check stands in between.
        var result = await RunAsync("int Fill(int size) { Span<byte> all = stackalloc byte[size]; all.Fill(1); return all[^1]; }", "Fill(100_000_000)");

        var ended = Assert.IsType<CellOutcome.WorkerEnded>(result.Cells[1].Outcome);
        Assert.NotEqual(0, ended.ExitCode);
        Assert.Contains("Stack overflow", ended.LastWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_beyond_its_time_is_stopped()
    {
        var result = await RunAsync(Notebook("while (true) { }", "2"), new RunOptions { Timeout = TimeSpan.FromSeconds(4) });

        Assert.Equal(new CellOutcome.TimedOut(4), result.Cells[0].Outcome);
        Assert.IsType<CellOutcome.NotRun>(result.Cells[1].Outcome);
    }

    [Fact]
    public async Task A_cell_that_cannot_be_stopped_is_ended_with_its_process()
    {
        var options = new RunOptions { Timeout = TimeSpan.FromSeconds(4), Grace = TimeSpan.FromSeconds(1) };

        var result = await RunAsync(Notebook("try { } finally { while (true) { } }"), options);

        Assert.Equal(new CellOutcome.TimedOut(4), result.Cells[0].Outcome);
    }

    [Fact]
    public async Task A_notebook_without_code_has_nothing_to_fail()
    {
        var result = await RunAsync();

        Assert.Equal((0, 0), (result.CellsRun, result.Errors));
    }

    [Fact]
    public async Task Reading_the_keyboard_finds_the_end_of_input()
    {
        var result = await RunAsync("Console.ReadLine() is null");

        Assert.Equal("True", Assert.IsType<RecordedOutput.ExecuteResult>(result.Cells[0].Outputs[0]).Data["text/plain"], ignoreCase: true);
    }

    private Notebook Notebook(params string[] sources) => TestNotebook.Of(folder, "n.ipynb", sources);

    private Task<LessonResult> RunAsync(params string[] sources) => RunAsync(Notebook(sources), new RunOptions());

    private static Task<LessonResult> RunAsync(Notebook notebook, RunOptions options) =>
        new LessonRunner(options).RunAsync(notebook, _ => { }, TestContext.Current.CancellationToken);
}
