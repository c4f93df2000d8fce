namespace Descent.Scripting.Tests;

/// <summary>Lines that begin with <c>#!</c>.</summary>
public sealed class CellCommandTests
{
    private const string Ran = "The rest of the cell was run.";
    private const string NotRun = "The rest of the cell was not run, because of its error.";
    private const string Alone = "There is nothing else in the cell.";

    [Theory]
    [InlineData("#!about\n1 + 1")]
    [InlineData("1 + 1\n#!about")]
    [InlineData("  #!about with \"things\n1 + 1")]
    [InlineData("\n\n\t#!about\n1 + 1")]
    [InlineData("1 +\n#!about\n1")]
    [InlineData("# !about\n1 + 1")]
    [InlineData("#!about\r\n1 + 1\r\n")]
    [InlineData("using System.Net;\n#!about\n1 + 1")]
    public async Task One_that_the_kernel_does_not_know_is_told_of_and_the_rest_is_run(string code)
    {
        await using var cells = new Recorder();
        Assert.Equal("2", await cells.ValueOfAsync(code));
        Assert.Equal([Told("about", Ran)], ErrorLines(cells));
        Assert.Equal(CodeState.Complete, CodeCheck.Of(code).State);
    }

    [Fact]
    public async Task Each_is_told_of_after_what_the_cell_puts_out()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("#!whos\nConsole.Write(1);\n#!nosuch\nConsole.Write(2);\n#!about");
        Assert.Equal(
            [
                new CellOutput.StandardOutput("12"),
                new CellOutput.StandardError(string.Concat(new[] { "whos", "nosuch", "about" }.Select(name => Told(name, Ran) + Environment.NewLine))),
            ],
            cells.Outputs.Aggregate(new List<CellOutput>(), Joined));
    }

    [Theory]
    [InlineData("#!about")]
    [InlineData("\n  #!about\n\n// a comment\n")]
    public async Task A_cell_of_nothing_else_is_well(string code)
    {
        await using var cells = new Recorder();
        Assert.Null(await cells.ValueOfAsync(code));
        Assert.Equal([Told("about", Alone)], ErrorLines(cells));
        Assert.Equal("3", await cells.ValueOfAsync("1 + 2"));
    }

    [Fact]
    public async Task Errors_keep_their_places_and_the_rest_was_not_run()
    {
        await using var cells = new Recorder();
        Assert.Equal(
            [new CellDiagnostic("CS0029", "Cannot implicitly convert type 'string' to 'int'", 3, 9, "int n = \"\";")],
            Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#!about\n #!whos\nint n = \"\";")).Diagnostics);
        Assert.Equal(
            [new CellDiagnostic("CS1525", "Invalid expression term ';'", 2, 9, "var n = ;")],
            Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#!nosuch\nvar n = ;")).Diagnostics);
        Assert.Equal([Told("about", NotRun), Told("whos", NotRun), Told("nosuch", NotRun)], ErrorLines(cells));
    }

    [Fact]
    public async Task What_threw_was_run()
    {
        await using var cells = new Recorder();
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync("#!about\nthrow new Exception(\"thrown\");"));
        Assert.Equal(["   at cell 1, line 2: throw new Exception(\"thrown\");"], threw.Trace);
        Assert.Equal([Told("about", Ran)], ErrorLines(cells));
    }

    [Theory]
    [InlineData("\"\"\"\n#!about\n\"\"\"", "#!about")]
    [InlineData("@\"\n#!about\"", "\n#!about")]
    [InlineData("$\"\"\"\n{1}\n#!about\n\"\"\"", "1\n#!about")]
    [InlineData("/*\n#!about\n*/\n1", "1")]
    [InlineData("// #!about\n1", "1")]
    [InlineData("#if NEVER\n#!about\n#endif\n1", "1")]
    [InlineData("#if NEVER\n1\n#else\n2\n#endif", "2")]
    public async Task Text_comments_and_what_is_left_out_hold_none(string code, string expected)
    {
        await using var cells = new Recorder();
        Assert.Equal(expected, await cells.ValueOfAsync(code));
        Assert.Empty(cells.Outputs);
    }

    [Fact]
    public async Task A_loaded_file_may_begin_with_one_for_the_shell()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("tool.csx"), "#!/usr/bin/env dotnet-script\nvar n = 5;", TestContext.Current.CancellationToken);
        await using var cells = new Recorder(folder.Path);
        Assert.Equal("5", await cells.ValueOfAsync("#load \"tool.csx\"\nn"));
        Assert.Empty(cells.Outputs);
    }

    private static string Told(string name, string rest) => $"#!{name}: this kernel knows no such command. {rest}";

    private static string[] ErrorLines(Recorder cells) => string.Concat(cells.Outputs.OfType<CellOutput.StandardError>().Select(output => output.Text))
        .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    // How the pieces of a stream are cut is no part of it.
    private static List<CellOutput> Joined(List<CellOutput> outputs, CellOutput next)
    {
        if (outputs is [.., CellOutput.StandardOutput last] && next is CellOutput.StandardOutput more)
            outputs[^1] = new CellOutput.StandardOutput(last.Text + more.Text);
        else
            outputs.Add(next);
        return outputs;
    }
}
