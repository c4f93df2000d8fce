using System.Diagnostics;

namespace Descent.Scripting.Tests;

public sealed class InterruptTests
{
    // The aim is 200 ms; a shared machine gets five times that.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("await Task.Run(() => 1); for (;;) await Task.Yield();")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("new System.Threading.ManualResetEventSlim().Wait();")]
    [InlineData("while (true) Console.Write('x');")]
    [InlineData("while (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("new[] { 1 }.Select(i => { while (i > 0) { } return i; }).First()")]
    public async Task A_cell_stops_and_the_variables_stay(string code)
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("var kept = 1;");
        using var stop = new CancellationTokenSource();
        var running = cells.RunAsync("Console.Error.Write(\"go\"); kept++; var own = 7;\n" + code, stop.Token);
        while (!cells.Outputs.OfType<CellOutput.StandardError>().Any() && !running.IsCompleted)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        await stop.CancelAsync();
        var cancelled = Assert.IsType<CellResult.Cancelled>(await running);
        Assert.True(cancelled.Stopped);
        Assert.True(watch.Elapsed < Limit, $"{code} took {watch.ElapsedMilliseconds} ms");
        Assert.Equal("2 7", await cells.ValueOfAsync("$\"{kept} {own}\""));
    }

    [Fact]
    public async Task What_cannot_be_stopped_is_reported_as_such()
    {
        await using var cells = new Recorder(configure: options => options with { StopTimeout = TimeSpan.FromMilliseconds(300) });
        using var stop = new CancellationTokenSource();
        await cells.ValueOfAsync("var kept = 1;");
        var running = cells.RunAsync("Console.Write(\"go\"); try { throw new Exception(); } finally { while (AppContext.GetData(\"let go\") is null) { } }", stop.Token);
        while (cells.Outputs.Count == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        var first = await running;
        var second = await cells.RunAsync("1 + 1");
        AppContext.SetData("let go", true);
        Assert.False(Assert.IsType<CellResult.Cancelled>(first).Stopped);
        Assert.False(Assert.IsType<CellResult.Cancelled>(second).Stopped);
        for (var wait = 0; wait < 200 && await cells.RunAsync("kept") is CellResult.Cancelled; wait++)
            await Task.Delay(25, TestContext.Current.CancellationToken);
        Assert.Equal("1", await cells.ValueOfAsync("kept"));
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
}
