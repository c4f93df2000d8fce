using System.Diagnostics;
using System.Globalization;

namespace Descent.Scripting.Tests;

/// <summary>Cells that put out more than anybody can read, or what is no text.</summary>
public sealed class FloodTests
{
    [Fact]
    public async Task A_hundred_megabytes_are_cut_off_with_a_notice()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("for (var i = 0; i < 100; i++) Console.Write(new string('x', 1_000_000)); Console.Write('y');");
        Assert.Equal(new string('x', 10_000_000), cells.Text);
        Assert.Equal(
            "This cell has printed 10,000,000 characters: the rest is left out. Write it to a file instead.",
            Assert.Single(cells.Outputs.OfType<CellOutput.StandardError>()).Text.Trim());
        // The next cell begins anew.
        await cells.ValueOfAsync("Console.Write('z');");
        Assert.EndsWith("xz", cells.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_much_as_is_allowed_comes_without_a_notice_and_clearing_begins_anew()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("for (var i = 0; i < 3; i++) { Console.Write(new string('x', 10_000_000)); clearOutput(); }");
        Assert.Equal(30_000_000, cells.Text.Length);
        Assert.Empty(cells.Outputs.OfType<CellOutput.StandardError>());
    }

    [Fact]
    public async Task Displays_without_end_are_cut_off_with_a_notice()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("for (var i = 0; i < 10_005; i++) display(i);");
        Assert.Equal(
            Enumerable.Range(0, 10_000).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            cells.Outputs.OfType<CellOutput.Display>().Select(display => display.Bundle.PlainText));
        Assert.Equal(
            "This cell has shown 10,000 displays: what it shows from now on is left out. Update a display instead.",
            Assert.Single(cells.Outputs.OfType<CellOutput.StandardError>()).Text.Trim());
    }

    [Fact]
    public async Task A_display_can_be_updated_ten_thousand_times_and_more()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("var shown = display(-1); for (var i = 0; i < 10_005; i++) shown.Update(i);");
        Assert.Equal(10_005, cells.Outputs.OfType<CellOutput.DisplayUpdate>().Count());
        Assert.Equal("10004", Assert.IsType<CellOutput.DisplayUpdate>(cells.Outputs[^1]).Bundle.PlainText);
    }

    [Fact]
    public async Task A_value_that_is_too_long_is_cut_off_with_a_notice() => await WithCells(async cells =>
        Assert.Equal(
            new string('x', 10_000_000) + "… (30,000,000 characters, of which the first 10,000,000 are shown)",
            await cells.ValueOfAsync("new string('x', 30_000_000)")));

    [Fact]
    public async Task What_is_no_text_arrives_as_it_was_written() => await WithCells(async cells =>
    {
        Assert.Equal("value \ud800", await cells.ValueOfAsync("Console.Write(\"a\\0\\u0007\\ud800b\"); Console.Write('\\udc00'); Console.OutputEncoding.ToString(); \"value \\ud800\""));
        Assert.Equal("a\0\u0007\ud800b\udc00", cells.Text);
    });

    [Fact]
    public async Task A_type_that_cannot_be_shown_in_any_form_is_told_and_the_session_goes_on() => await WithCells(async cells =>
    {
        var shown = await cells.ValueOfAsync("""
            class Broken { public override string ToString() => throw new InvalidOperationException("no text"); public int Value => throw new InvalidOperationException("no value"); }
            Formatter.Register<Broken>((value, writer) => throw new NotSupportedException("no form"), "text/html");
            Formatter.SetPreferredMimeTypesFor(typeof(Broken), "text/html");
            display(new Broken());
            new Broken()
            """);
        Assert.NotEqual("", shown);
        Assert.Single(cells.Outputs);
        Assert.Equal("2", await cells.ValueOfAsync("1 + 1"));
    });

    [Fact]
    public async Task A_cell_of_a_megabyte_runs() => await WithCells(async cells =>
    {
        var numbers = string.Join(",\n", Enumerable.Range(0, 180_000));
        Assert.True(numbers.Length > 1_000_000);
        Assert.Equal("16199910000", await cells.ValueOfAsync($"var numbers = new[] {{ {numbers} }};\nnumbers.Sum(number => (long)number)"));
    });

    [Theory]
    [InlineData("var x = ", "(", "1", ")", ";")]
    [InlineData("", "{ ", "var x = 1;", "} ", "")]
    [InlineData("var x = ", "-", "1", "", ";")]
    [InlineData("var x = ", "1 + ", "1", "", ";")]
    [InlineData("", "if (true) ", "Console.Write(1);", "", "")]
    [InlineData("var x = ", "new[] { ", "1", "}", ";")]
    [InlineData("Func<int> f = () => 1; var x = ", "((Func<int>)(() => { return ", "1", ";}))()", ";")]
    public async Task A_cell_nested_fifty_thousand_deep_compiles_or_says_why_not(string before, string opening, string middle, string closing, string after) => await WithCells(async cells =>
    {
        const int Depth = 50_000;
        var code = before + string.Concat(Enumerable.Repeat(opening, Depth)) + middle + string.Concat(Enumerable.Repeat(closing, Depth)) + after;
        var result = await cells.RunAsync(code);
        Assert.True(result is CellResult.Completed or CellResult.CompilationFailed { Diagnostics.Count: > 0 }, $"{result}");
        Assert.Equal("2", await cells.ValueOfAsync("1 + 1"));
    });

    [Fact]
    public async Task Hundreds_of_cells_in_one_session_take_about_as_long_at_the_end_as_in_a_session_that_has_just_begun()
    {
        const int Cells = 500;
        const int Compared = 50;
        await using var old = new Recorder();
        var memory = new List<long>();
        for (var cell = 0; cell < Cells - Compared; cell++)
        {
            await TimeOfNextAsync(old, cell);
            if (cell % 50 == 49)
                memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        // By turns, so that whatever else the machine does slows both.
        await using var young = new Recorder();
        var (late, early) = (new List<double>(), new List<double>());
        for (var cell = 0; cell < Compared; cell++)
        {
            early.Add(await TimeOfNextAsync(young, cell));
            late.Add(await TimeOfNextAsync(old, Cells - Compared + cell));
        }

        var ratio = Median(late) / Median(early);
        // The median, since other tests in this process give memory back in the meantime.
        var bytesOfCell = Median(memory.Zip(memory.Skip(1), (before, after) => (after - before) / 50.0));
        var report = FormattableString.Invariant($"{Median(early):F1} ms, later {Median(late):F1} ms a cell, {ratio:F2} times; {bytesOfCell:N0} bytes a cell: {string.Join(", ", memory.Select(bytes => bytes / 1_000_000))} MB");
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        // Measured: 1.5 times, since a name is looked for in all cells, and 50,000 bytes, which are the cell's compiled code.
        Assert.True(ratio < 2.5, report);
        Assert.InRange(bytesOfCell, 10_000, 75_000);
    }

    private static async Task<double> TimeOfNextAsync(Recorder cells, int cell)
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal($"{cell + 1}", await cells.ValueOfAsync(cell == 0 ? "var count = 0; ++count" : $"var own{cell} = count; ++count"));
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    private static async Task WithCells(Func<Recorder, Task> test)
    {
        await using var cells = new Recorder();
        await test(cells);
    }
}
