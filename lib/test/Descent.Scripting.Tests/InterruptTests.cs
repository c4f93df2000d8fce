using System.Diagnostics;

namespace Descent.Scripting.Tests;

public sealed class InterruptTests
{
    private static readonly TimeSpan Patience = Recorder.Patience;

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true);")]
    [InlineData("do { } while (true);")]
    [InlineData("for (;;) { continue; }")]
    [InlineData("foreach (var i in Forever()) { } IEnumerable<int> Forever() { while (true) yield return 1; }")]
    [InlineData("foreach (var (a, b) in Forever()) { } IEnumerable<(int, int)> Forever() { while (true) yield return (1, 2); }")]
    [InlineData("again: goto again;")]
    [InlineData("switch (1) { case 1: goto case 1; }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("await Task.Run(() => 1); for (;;) await Task.Yield();")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("new System.Threading.ManualResetEventSlim().Wait();")]
    [InlineData("while (true) Console.Write('x');")]
    [InlineData("while (true) display(1);")]
    [InlineData("while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("try { throw new Exception(); } finally { while (true) { } }")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("new[] { 1 }.Select(i => { while (i > 0) { } return i; }).First()")]
    [InlineData("System.Threading.Tasks.Parallel.For(0, 4, i => { while (true) { } });")]
    [InlineData("Enumerable.Range(0, int.MaxValue).All(i => { System.Threading.Thread.SpinWait(10); return true; })")]
    [InlineData("Enumerable.Range(0, int.MaxValue).All(delegate { System.Threading.Thread.SpinWait(10); return true; })")]
    [InlineData("long Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);\nFibonacci(90)")]
    [InlineData("long Fibonacci(int n) { return n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2); }\nFibonacci(90)")]
    [InlineData("class Rabbits { public long Count(int n) => n < 2 ? n : Count(n - 1) + Count(n - 2); }\nnew Rabbits().Count(90)")]
    [InlineData("async Task Twice(int n) =>\n    await (n == 0 ? Task.CompletedTask : Twice(n - 1).ContinueWith(_ => Twice(n - 1)).Unwrap());\nawait Twice(40);")]
    public Task A_cell_stops_and_the_variables_stay(string code) => StopsAsync(code);

    [Fact]
    public async Task A_stop_takes_effect_within_a_fifth_of_a_second()
    {
        // A try may find the machine busy with something else.
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 20 && fastest > TimeSpan.FromMilliseconds(200); attempt++)
            fastest = TimeSpan.FromTicks(Math.Min(fastest.Ticks, (await StopsAsync("while (true) { }")).Ticks));
        Assert.InRange(fastest, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
    }

    [Theory]
    [InlineData("Sgd.Train(network, Digits(), null, new SgdOptions { Steps = 100_000_000 })")]
    [InlineData("Sgd.Train(network, Digits(), null, new SgdOptions { Steps = 100_000_000, Gradient = GradientMethod.Numerical })")]
    [InlineData("Gradients.Numerical(w => { System.Threading.Thread.SpinWait(10_000); return w[0]; }, Tensor.Zeros(100_000))")]
    [InlineData("Gradients.Descend(x => x[0] * x[0], Tensor.Of(1), 1e-9, 1_000_000_000)")]
    public Task A_calculation_of_the_library_stops(string code) => StopsAsync(
        "ImageSet Digits() => Mnist.Load(\"../data/mnist\").Train;\nvar network = TwoLayerNetwork.Random(784, 50, 10, seed: 1);\n" + code,
        "#r \"../lib/bin/Descent.dll\"\nusing Descent;");

    [Fact]
    public async Task A_loop_in_a_loaded_file_stops_and_its_errors_stand_where_they_were_typed()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("loop.csx"), "void Spin()\n{\n    while (true)\n#pragma warning disable\n        ; // for ever\n}", TestContext.Current.CancellationToken);
        await StopsAsync("Spin();", $"#load \"{folder.File("loop.csx")}\"");
        await File.WriteAllTextAsync(folder.File("error.csx"), "\nwhile (true) { no(); }", TestContext.Current.CancellationToken);
        await using var cells = new Recorder();
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync($"#load \"{folder.File("error.csx")}\""));
        Assert.Equal((2, 16), (failed.Diagnostics[0].Line, failed.Diagnostics[0].Column));
    }

    [Fact]
    public async Task What_cannot_be_stopped_is_reported_as_such()
    {
        await using var cells = new Recorder(configure: options => options with { StopTimeout = TimeSpan.FromMilliseconds(300) });
        using var stop = new CancellationTokenSource();
        using var letGo = new ManualResetEventSlim();
        AppContext.SetData("let go", letGo);
        await cells.ValueOfAsync("var kept = 1; var gate = (System.Threading.ManualResetEventSlim)AppContext.GetData(\"let go\");");
        // A loop of the framework over a function of the framework: no code of the cell's runs that could look.
        await cells.ValueOfAsync("var isSet = typeof(System.Threading.ManualResetEventSlim).GetProperty(\"IsSet\").GetMethod.CreateDelegate<Func<System.Threading.ManualResetEventSlim, bool>>();");
        var running = cells.RunAsync("Console.Write(\"go\"); Enumerable.Repeat(gate, int.MaxValue).First(isSet)", stop.Token);
        await cells.OutputAsync();
        await stop.CancelAsync();
        var first = await running.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var second = await cells.RunAsync("1 + 1").WaitAsync(Patience, TestContext.Current.CancellationToken);
        letGo.Set();
        Assert.False(Assert.IsType<CellResult.Cancelled>(first).Stopped);
        Assert.False(Assert.IsType<CellResult.Cancelled>(second).Stopped);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && await cells.RunAsync("kept") is CellResult.Cancelled;)
            await Task.Delay(25, TestContext.Current.CancellationToken);
        Assert.Equal("1", await cells.ValueOfAsync("kept"));
    }

    [Fact]
    public async Task Work_that_a_stopped_cell_left_behind_stops_with_it()
    {
        await using var cells = new Recorder();
        using var stop = new CancellationTokenSource();
        await cells.ValueOfAsync("var ended = new System.Threading.ManualResetEventSlim();");
        var running = cells.RunAsync(
            "new System.Threading.Thread(() => { Console.Write(\"go\"); try { while (true) { } } finally { ended.Set(); } }).Start(); await Task.Delay(-1);", stop.Token);
        await cells.OutputAsync();
        await stop.CancelAsync();
        Assert.IsType<CellResult.Cancelled>(await running.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal("True", await cells.ValueOfAsync($"ended.Wait({Patience.TotalMilliseconds})"));
        Assert.Single(cells.Outputs);
    }

    [Fact]
    public async Task Background_work_of_earlier_cells_stops_too()
    {
        await using var cells = new Recorder();
        using var stop = new CancellationTokenSource();
        await cells.ValueOfAsync("""
            var ended = new System.Threading.ManualResetEventSlim();
            var began = new System.Threading.ManualResetEventSlim();
            _ = Task.Run(() => { began.Set(); try { while (true) { } } finally { ended.Set(); } });
            began.Wait();
            """);
        var running = cells.RunAsync("Console.Write(\"go\"); while (true) { }", stop.Token);
        await cells.OutputAsync();
        await stop.CancelAsync();
        Assert.IsType<CellResult.Cancelled>(await running.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal("True", await cells.ValueOfAsync($"ended.Wait({Patience.TotalMilliseconds})"));
    }

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) no();", 1, 29)]
    [InlineData("var n = 0;\nwhile (n < 3) { n++; int unused = ; }", 2, 35)]
    public async Task Columns_of_errors_in_loops_are_those_of_the_cell_as_typed(string code, int line, int column)
    {
        await using var cells = new Recorder();
        var diagnostic = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync(code)).Diagnostics[0];
        Assert.Equal((line, column), (diagnostic.Line, diagnostic.Column));
    }

    [Fact]
    public async Task Loops_and_functions_still_do_what_they_say()
    {
        await using var cells = new Recorder();
        Assert.Equal("0 1 3 | 6 | a,b | 3 | 8 4 no 7 9", await cells.ValueOfAsync("""
            var text = "";
            for (var i = 0; i < 5; i++)
            {
                if (i == 2) continue;
                if (i == 4) break;
                text += i + " ";
            }
            var sum = 0;
            foreach (var i in new[] { 1, 2, 3 }) sum += i;
            var names = new List<string>();
            foreach (var (name, _) in new[] { ("a", 1), ("b", 2) }) names.Add(name);
            var n = 0;
            again: if (++n < 3) goto again;
            int Double(int i) => 2 * i;
            ref int First(int[] all) => ref all[0];
            string No() => throw new NotSupportedException("no");
            var refused = "";
            try { No(); } catch (NotSupportedException e) { refused = e.Message; }
            async Task Set(Action<int> set) => set(await Task.FromResult(7));
            async Task<int> Nine() => await Task.FromResult(9);
            void Add(List<string> list) =>   // a comment

                list.Add("c");
            Add(names);
            var seven = 0;
            await Set(i => { seven = i; });
            var all = new[] { 3 };
            First(all)++;
            System.Linq.Expressions.Expression<Func<int, int>> tree = i => i + 1;
            $"{text}| {sum} | {string.Join(',', names.Take(2))} | {n} | {Double(4)} {all[0]} {refused} {seven} {await Nine()}"
            """));
    }

    [Fact]
    public async Task A_cell_cancelled_before_it_starts_does_not_run()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("var x = 1;");
        Assert.IsType<CellResult.Cancelled>(await cells.RunAsync("x = 2;", new CancellationToken(canceled: true)));
        Assert.Equal("1", await cells.ValueOfAsync("x"));
    }

    [Fact]
    public async Task Blocking_on_an_async_method_does_not_deadlock()
    {
        await using var cells = new Recorder();
        Assert.Equal("3", await cells.ValueOfAsync("async Task<int> Slow() { await Task.Delay(5); await Task.Yield(); return 3; }\nSlow().Result"));
    }

    [Fact]
    public async Task A_deep_recursion_fits_the_stack()
    {
        await using var cells = new Recorder();
        Assert.Equal("50000", await cells.ValueOfAsync("int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1);\nDepth(50_000)"));
    }

    /// <summary>Runs a cell, stops it, and looks whether its variables and those of the cell before are there.</summary>
    /// <returns>How long it took to end.</returns>
    internal static async Task<TimeSpan> StopsAsync(string code, string setup = "")
    {
        // However busy the machine is, it stops in the end; how soon is measured elsewhere, on its own.
        await using var cells = new Recorder(configure: options => options with { StopTimeout = Patience });
        await cells.ValueOfAsync(setup + "\nvar kept = 1;");
        using var stop = new CancellationTokenSource();
        var running = cells.RunAsync("Console.Error.Write(\"go\"); kept++; var own = 7;\n" + code, stop.Token);
        await cells.OutputAsync();
        // It may be in the middle of what comes next, or just before it: it has to stop in either case.
        await Task.Delay(100, TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        await stop.CancelAsync();
        var cancelled = Assert.IsType<CellResult.Cancelled>(await running.WaitAsync(Patience, TestContext.Current.CancellationToken));
        var elapsed = watch.Elapsed;
        Assert.True(cancelled.Stopped);
        Assert.Equal("2 7", await cells.ValueOfAsync("$\"{kept} {own}\""));
        return elapsed;
    }
}
