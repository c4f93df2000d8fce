namespace Descent.Scripting.Tests;

public sealed class StateTests
{
    [Fact]
    public async Task Variables_methods_types_and_usings_last()
    {
        await using var cells = new Recorder();
        Assert.Null(await cells.ValueOfAsync("using System.Globalization;\nvar x = 20;\nrecord Point(int X);\nint Twice(int n) => 2 * n;"));
        Assert.Null(await cells.ValueOfAsync("x++;"));
        Assert.Equal("44", await cells.ValueOfAsync("Twice(x) + new Point(2).X"));
        Assert.Equal("1.5", await cells.ValueOfAsync("1.5.ToString(CultureInfo.InvariantCulture)"));
        Assert.Equal([new ScriptVariable("x", typeof(int), 21)], cells.Session.Variables);
    }

    // The kernel imports System.IO, which other engines leave to the cell.
    [Fact]
    public async Task What_a_cell_imports_or_declares_comes_before_what_the_kernel_imports()
    {
        await using var cells = new Recorder();
        Assert.Equal("AllDirectories", await cells.ValueOfAsync("$\"{SearchOption.AllDirectories}\""));
        Assert.Equal("SearchAllSubDirectories", await cells.ValueOfAsync("using Microsoft.VisualBasic.FileIO;\n$\"{SearchOption.SearchAllSubDirectories}\""));
        Assert.Null(await cells.ValueOfAsync("record Path(string Name);"));
        Assert.Equal("a", await cells.ValueOfAsync("new Path(\"a\").Name"));
    }

    [Fact]
    public async Task A_variable_declared_again_hides_the_earlier_one()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("var x = 1; int Old() => x;");
        await cells.ValueOfAsync("var x = \"two\";");
        Assert.Equal("two 1", await cells.ValueOfAsync("$\"{x} {Old()}\""));
        Assert.Equal([new ScriptVariable("x", typeof(string), "two")], cells.Session.Variables);
    }

    [Fact]
    public async Task What_a_cell_sets_for_its_thread_ends_with_it()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("var thread = System.Threading.Thread.CurrentThread; var priority = thread.Priority; var culture = System.Globalization.CultureInfo.CurrentCulture;");
        Assert.Equal("1,5", await cells.ValueOfAsync("""
            System.Globalization.CultureInfo.CurrentCulture = new("") { NumberFormat = { NumberDecimalSeparator = "," } };
            var here = System.Threading.Thread.CurrentThread;
            (here.Priority, here.IsBackground) = (System.Threading.ThreadPriority.Lowest, false);
            1.5.ToString()
            """));
        Assert.Equal("True", await cells.ValueOfAsync("""
            here = System.Threading.Thread.CurrentThread;
            here.IsBackground && here.Priority == priority && culture.Equals(System.Globalization.CultureInfo.CurrentCulture)
            """));
    }

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("Math.Abs(-1);", null)]
    [InlineData("var y = 2;", null)]
    [InlineData("Console.Write(\"\")", null)]
    [InlineData("await Task.Delay(1)", null)]
    [InlineData("await Task.FromResult(5)", "5")]
    [InlineData("(object)null", "<null>")]
    [InlineData("\"text\"", "text")]
    [InlineData("return 7;", "7")]
    [InlineData("", null)]
    [InlineData("  \n\n", null)]
    [InlineData("// nothing\n/* at all */", null)]
    [InlineData("using System.Globalization;", null)]
    [InlineData("#r \"System.Net.Http\"", null)]
    [InlineData("int n = 0; void F() { int G() { return 1; } G(); }", null)]
    public async Task Only_a_trailing_expression_has_a_value(string code, string? expected)
    {
        await using var cells = new Recorder();
        Assert.Equal(expected, await cells.ValueOfAsync(code));
    }

    [Fact]
    public async Task Cells_without_code_do_not_break_the_chain()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("// first");
        await cells.ValueOfAsync("var x = 1;");
        await cells.ValueOfAsync("using System.Globalization;");
        await cells.ValueOfAsync("");
        Assert.Equal("1", await cells.ValueOfAsync("x.ToString(CultureInfo.InvariantCulture)"));
    }

    [Fact]
    public async Task Cells_are_optimised_and_speak_the_current_language()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("class Named { public string Name { get => field; set => field = value.Trim(); } = \"\"; }");
        Assert.Equal("a", await cells.ValueOfAsync("new Named { Name = \" a \" }.Name"));
        Assert.Equal("False", await cells.ValueOfAsync(
            "typeof(Named).Assembly.GetCustomAttributes(false).OfType<System.Diagnostics.DebuggableAttribute>().Any(a => a.IsJITOptimizerDisabled).ToString()"));
    }

    [Fact]
    public async Task Relative_paths_start_at_the_working_directory()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("helper.csx"), "int Nine() => 9;", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("text.txt"), "found", TestContext.Current.CancellationToken);
        await using var cells = new Recorder(folder.Path);
        Assert.Equal("found", await cells.ValueOfAsync("File.ReadAllText(\"text.txt\")"));
        Assert.Equal("9", await cells.ValueOfAsync("#load \"helper.csx\"\nNine()"));
        Assert.Equal("10", await cells.ValueOfAsync("Nine() + 1"));
    }

    [Fact]
    public async Task Sixty_cells_do_not_lose_the_first_ones_variable()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("var total = 0;");
        for (var index = 1; index <= 60; index++)
            await cells.ValueOfAsync($"total += {index};");
        Assert.Equal("1830", await cells.ValueOfAsync("total"));
    }
}
