namespace Descent.Scripting.Tests;

public sealed class ErrorTests
{
    [Fact]
    public async Task A_compiler_error_names_line_column_and_source_line()
    {
        await using var cells = new Recorder();
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#r \"System.Net.Http\"\nvar x = 1;\n  int q = \"s\";"));
        Assert.Equal(
            [new CellDiagnostic("CS0029", "Cannot implicitly convert type 'string' to 'int'", 3, 11, "  int q = \"s\";")],
            failed.Diagnostics);
        Assert.Equal("(3,11): error CS0029: Cannot implicitly convert type 'string' to 'int'", failed.Diagnostics[0].ToString());
    }

    [Fact]
    public async Task Warnings_are_told_only_when_the_cell_fails()
    {
        await using var cells = new Recorder();
        Assert.Null(await cells.ValueOfAsync("int F() { int unused = 1; return 2; }"));
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("int G() { int unused; return \"\"; }"));
        Assert.Equal([("CS0029", false), ("CS0168", true)], failed.Diagnostics.Select(one => (one.Id, one.IsWarning)));
        Assert.Empty(cells.Outputs);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_loses_nothing()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("var x = 5;");
        Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("var x = nonsense;"));
        Assert.Equal("5", await cells.ValueOfAsync("x"));
    }

    [Fact]
    public async Task An_exception_shows_the_cells_own_lines_and_no_engine_frames()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]\nint Divide(int n) =>\n    10 / n;");
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync("// a comment\nDivide(0)"));
        Assert.Equal("System.DivideByZeroException", threw.Type);
        Assert.Equal("Attempted to divide by zero.", threw.Message);
        Assert.Equal(["   at Divide(Int32 n) in cell 1, line 3: 10 / n;", "   at cell 2, line 2: Divide(0)"], threw.Trace);
    }

    [Fact]
    public async Task An_exception_in_an_async_method_and_a_lambda_shows_their_names()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("async Task G() { await Task.Yield(); throw new Exception(\"g\"); }");
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync("await G();"));
        Assert.Equal(
            [
                "   at G() in cell 1, line 1: async Task G() { await Task.Yield(); throw new Exception(\"g\"); }",
                "   at cell 2, line 1: await G();",
            ],
            threw.Trace);
        threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync("Func<int> f = () =>\n    throw new Exception(\"l\");\nf();"));
        Assert.Equal(["   at lambda() in cell 3, line 2: throw new Exception(\"l\");", "   at cell 3, line 3: f();"], threw.Trace);
    }

    [Theory]
    [InlineData("new[] { 1, 0 }\n    .Select(i =>\n        10 / i)\n    .Sum()", "lambda(Int32 i) in cell 1, line 3: 10 / i)")]
    [InlineData("new[] { 1, 0 }.Select(i => 10 / i).Sum()", "lambda(Int32 i) in cell 1, line 1: new[] { 1, 0 }.Select(i => 10 / i).Sum()")]
    [InlineData("(from i in new[] { 1, 0 }\n where\n  10 / i > 0\n select i).Sum()", "lambda(Int32 i) in cell 1, line 3: 10 / i > 0")]
    [InlineData("Func<int, int> f = i => i switch\n{\n    0 =>\n        10 / i,\n    _ => 1,\n};\nf(1) + f(0)", "lambda(Int32 i) in cell 1, line 4: 10 / i,")]
    [InlineData("Func<int, int> f = i =>\n{\n    var j = i;\n    return 10 / j;\n};\nf(1) + f(0)", "lambda(Int32 i) in cell 1, line 4: return 10 / j;")]
    [InlineData("class A\n{\n    public int B =>\n        int.Parse(\"no\");\n}\nnew A().B", "A.get_B() in cell 1, line 4: int.Parse(\"no\");")]
    public async Task An_exception_in_a_function_of_any_form_shows_its_line(string code, string frame)
    {
        await using var cells = new Recorder();
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync(code));
        Assert.Contains($"   at {frame}", threw.Trace);
    }

    [Fact]
    public async Task Inner_exceptions_are_named()
    {
        await using var cells = new Recorder();
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync(
            "throw new InvalidOperationException(\"outer\", new ArgumentException(\"inner\"));"));
        Assert.Equal("System.InvalidOperationException", threw.Type);
        Assert.Equal($"outer{Environment.NewLine}Inner exception: System.ArgumentException: inner", threw.Message);
    }

    [Fact]
    public async Task What_a_failing_cell_assigned_before_it_threw_survives()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("var earlier = 1;");
        Assert.IsType<CellResult.Threw>(await cells.RunAsync("var before = 2; earlier = 3; throw new Exception(); var after = 4;"));
        Assert.Equal("3 2 0", await cells.ValueOfAsync("$\"{earlier} {before} {after}\""));
    }

    [Fact]
    public async Task An_error_in_a_loaded_file_names_the_file()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("bad.csx"), "\nint x = ;", TestContext.Current.CancellationToken);
        await using var cells = new Recorder(folder.Path);
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#load \"bad.csx\""));
        Assert.Equal((folder.File("bad.csx"), 2, "int x = ;"), (failed.Diagnostics[0].File, failed.Diagnostics[0].Line, failed.Diagnostics[0].SourceLine));
        failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#load \"none.csx\""));
        Assert.Equal(("CS1504", 1, 7), (failed.Diagnostics[0].Id, failed.Diagnostics[0].Line, failed.Diagnostics[0].Column));
    }
}
