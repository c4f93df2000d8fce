using System.Diagnostics;

namespace Descent.Scripting.Tests;

/// <summary>What is shown of values that contain themselves, have no end, are slow, or throw. All of these ended the process, lost the exception, or lost the shape.</summary>
public sealed class ShownValueTests
{
    [Theory]
    [InlineData("var l = new List<object>(); l.Add(l); l", "List<Object>\n    - (cycle: the List<Object> 1 level up)")]
    [InlineData("object[] a = new object[1]; a[0] = a; a", "Object[]\n    - (cycle: the Object[] 1 level up)")]
    [InlineData("var a = new List<object>(); var b = new object[] { 1, a }; a.Add(b); a", "List<Object>\n    - Object[]\n      - 1\n      - (cycle: the List<Object> 2 levels up)")]
    [InlineData("class Me : IEnumerable { public IEnumerator GetEnumerator() { yield return this; } }\nnew Me()", "Me\n    - (cycle: the Me 1 level up)")]
    [InlineData("record R(int X) { public R Me { get; set; } }\nvar r = new R(1); r.Me = r; r", "R\n      X: 1\n      Me: (cycle: the R 1 level up)")]
    [InlineData("record R(int X) { public R Me { get; set; } public override int GetHashCode() => Me.GetHashCode(); }\nvar r = new R(1); r.Me = r; r", "R\n      X: 1\n      Me: (cycle: the R 1 level up)")]
    [InlineData("class Node { public int V = 1; public Held Held; public override string ToString() => $\"{Held}\"; }\nrecord Held(int X) { public Held Me { get; set; } }\nvar held = new Held(2); held.Me = held; new Node { Held = held }", "Node\n      V: 1\n      Held: Held\n        X: 2\n        Me: (cycle: the Held 1 level up)")]
    [InlineData("var d = new Dictionary<string, object>(); d[\"me\"] = d; d", "Dictionary<String,Object>\nme: (cycle: the Dictionary<String,Object> 2 levels up)")]
    [InlineData("IEnumerable<int> Two() { yield return 1; yield return 2; }\nTwo()", "[ 1, 2 ]")]
    [InlineData("class Bag : IEnumerable<string> { public IEnumerator<string> GetEnumerator() { yield return \"a\"; } IEnumerator IEnumerable.GetEnumerator() => throw new NotImplementedException(); }\nnew Bag()", "[ a ]")]
    [InlineData("new int[2,3]", "Int32[2,3]\n      [ 0, 0, 0 ]\n      [ 0, 0, 0 ]")]
    [InlineData("new bool[2,1,2]", "Boolean[2,1,2]\n      [ [ False, False ] ]\n      [ [ False, False ] ]")]
    [InlineData("new string[0,3]", "String[0,3]")]
    [InlineData("Array.CreateInstance(typeof(int), new[] { 2, 2 }, new[] { 5, -1 })", "Int32[5..6,-1..0]\n      [ 0, 0 ]\n      [ 0, 0 ]")]
    [InlineData("new int[22,21]", "Int32[22,21]\n20×      [ 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 ... (1 more) ]\n ... (2 more)")]
    [InlineData("new[] { (1, \"a\"), (2, \"b\") }", "ValueTuple<Int32,String>[]\n( 1, a )\n( 2, b )")]
    [InlineData("new ArrayList { 1, \"b\" }", "ArrayList\n    - 1\n    - b")]
    [InlineData("Enumerable.Range(0, 20).Where(x => x < 20)", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ]")]
    [InlineData("Enumerable.Range(0, 21).Where(x => x < 21)", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ... (more) ]")]
    [InlineData("class P { public int A => throw new Exception(\"boom\"); public int B => 2; }\nnew P()", "P\n      A: System.Exception: boom\n      B: 2")]
    [InlineData("class T { public override string ToString() => throw new Exception(\"boom\"); }\nnew T()", "System.Exception: boom")]
    [InlineData("async IAsyncEnumerable<int> Later() { yield return 1; await Task.Yield(); }\nLater()", "IAsyncEnumerable<Int32> (not enumerated: use await foreach)")]
    [InlineData("object o = 1; for (var i = 0; i < 1_000_000; i++) o = new List<object> { o }; new List<object> { o }.Count", "1")]
    public async Task It_is_shown_with_every_cycle_marked_and_everything_left_out_counted(string code, string expected)
    {
        if (expected.Split("20×") is [var before, var row])
            expected = before + string.Join('\n', Enumerable.Repeat(row.Split('\n')[0], 20)) + row.Split('\n')[1];
        await using var cells = new Recorder();
        Assert.Equal(expected, (await cells.ValueOfAsync(code))?.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("object o = 1; for (var i = 0; i < 1_000_000; i++) o = new List<object> { o }; o", " [ [ [ [ [ ... (1 more) ] ] ] ] ]")]
    [InlineData("record Link(int V, Link Next);\nLink k = null; for (var i = 0; i < 1_000_000; i++) k = new Link(i, k); k", "Next = Link { ... } } } } }")]
    public async Task What_is_a_million_levels_deep_is_shown_as_far_as_a_reader_looks(string code, string expected)
    {
        await using var cells = new Recorder();
        Assert.Contains(expected, await cells.ValueOfAsync(code), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IEnumerable<int> Bad() { yield return 1; yield return 2;\nthrow new InvalidOperationException(\"half-way\"); }\nBad()", "[ 1, 2 ... (System.InvalidOperationException: half-way) ]", "System.InvalidOperationException", 2)]
    [InlineData("IEnumerable<int> Bad() { try { yield return 1; } finally {\nthrow new InvalidOperationException(\"half-way\"); } }\nBad()", "[ 1 ... (System.InvalidOperationException: half-way) ]", "System.InvalidOperationException", 2)]
    [InlineData("var bad = new[] { 1, 0 }.Select(x =>\n{ return 6 / x; });\nbad", "[ 6 ... (System.DivideByZeroException: Attempted to divide by zero.) ]", "System.DivideByZeroException", 2)]
    [InlineData("IEnumerable<int> Bad() { yield return 1;\nthrow new InvalidOperationException(\"half-way\"); }\nnew { A = 1, B = Bad() }", "B: [ 1 ... (System.InvalidOperationException: half-way) ]", "System.InvalidOperationException", 2)]
    public async Task What_a_sequence_throws_is_the_cells_error_with_its_line_after_the_part_that_there_is(string code, string part, string type, int line)
    {
        await using var cells = new Recorder();
        foreach (var run in (string[])[code, $"display({code.Split('\n')[^1]}); Console.Write(\"not reached\");"])
        {
            var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync(run));
            Assert.Equal(type, threw.Type);
            Assert.Contains($"cell 1, line {line}: ", threw.Trace[0], StringComparison.Ordinal);
        }

        Assert.Equal(2, cells.Outputs.Count);
        Assert.All(cells.Outputs, output => Assert.Contains(part, Assert.IsType<CellOutput.Display>(output).Bundle.PlainText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_throws_costs_the_message_and_not_the_error()
    {
        await using var cells = new Recorder();
        var threw = Assert.IsType<CellResult.Threw>(await cells.RunAsync(
            "class Mute : Exception { public override string Message => throw new NotSupportedException(); }\nIEnumerable<int> Bad() { yield return 1; throw new Mute(); }\nBad()"));
        Assert.Equal("(its message cannot be shown: System.NotSupportedException)", threw.Message);
    }

    [Theory]
    [InlineData("IEnumerable<int> Slow() { yield return 1; System.Threading.Thread.Sleep(-1); }\nSlow()", "[ 1 ... (the rest takes longer than 1.25 s) ]")]
    [InlineData("IEnumerable<int> Busy() { yield return 1; while (true) { } }\nBusy()", "[ 1 ... (the rest takes longer than 1.25 s) ]")]
    [InlineData("class Busy { public int A => 1; public int B { get { while (true) { } } } public int C => 3; }\nnew Busy()", "Busy\n      A: 1\n      B: (takes longer than 1.25 s)")]
    public async Task What_takes_too_long_is_stopped_and_its_part_shown_while_other_work_goes_on(string code, string expected)
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("var kept = 1;");
        var watch = Stopwatch.StartNew();
        Assert.Equal(expected, (await cells.ValueOfAsync(code))?.ReplaceLineEndings("\n"));
        // Two seconds, and room to compile the cell on a busy machine.
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6));
        Assert.Equal("1", await cells.ValueOfAsync("kept"));
    }

    [Theory]
    [InlineData("IEnumerable<int> Slow() { Console.WriteLine(\"go\"); System.Threading.Thread.Sleep(-1); yield return 1; }\nSlow()")]
    [InlineData("class Busy { public int B { get { Console.WriteLine(\"go\"); while (true) { } } } }\ndisplay(new Busy());")]
    [InlineData("class Chart { }\nFormatter.Register<Chart>((chart, writer) => { Console.WriteLine(\"go\"); while (true) { } }, \"text/plain\");\nnew Chart()")]
    public async Task A_slow_one_can_be_interrupted_at_once(string code)
    {
        await using var cells = new Recorder();
        using var stop = new CancellationTokenSource();
        var going = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = cells.Session.RunAsync(code, _ => going.TrySetResult(), stop.Token);
        await going.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        Assert.True(Assert.IsType<CellResult.Cancelled>(await running.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).Stopped);
        Assert.Equal("2", await cells.ValueOfAsync("1 + 1"));
    }

    [Fact]
    public async Task Formatters_of_a_cell_decide_for_their_types_also_inside_other_values()
    {
        await using var cells = new Recorder();
        Assert.Equal("List<Loss>\nloss 1\nloss 2", (await cells.ValueOfAsync("""
            record Loss(double Value);
            Formatter.Register<Loss>(loss => $"loss {loss.Value}", "text/plain");
            new List<Loss> { new(1), new(2) }
            """))?.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_formatter_has_the_time_that_it_needs_in_every_form()
    {
        await using var cells = new Recorder();
        var result = Assert.IsType<CellResult.Completed>(await cells.RunAsync("""
            class Chart { }
            Formatter.SetPreferredMimeTypesFor(typeof(Chart), "application/x-chart");
            Formatter.Register<Chart>((chart, writer) => { System.Threading.Thread.Sleep(2000); writer.Write("drawn"); }, "application/x-chart");
            new Chart()
            """));
        Assert.Equal("drawn", result.Value!.Forms["application/x-chart"]);
    }

    [Fact]
    public async Task Html_says_what_the_plain_text_says()
    {
        await using var cells = new Recorder();
        var result = Assert.IsType<CellResult.Completed>(await cells.RunAsync(
            "var l = new List<object> { new int[1,2], 1 }; l.Add(l); l.AddRange(Enumerable.Range(100, 20).Cast<object>()); l"));
        var html = result.Value!.Forms["text/html"];
        foreach (var part in (string[])["Int32[1,2]", "(cycle: the List&lt;Object&gt; 1 level up)", "... (3 more)"])
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
            Assert.Contains(part.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal), result.Value.PlainText, StringComparison.Ordinal);
        }
    }
}
