using System.Diagnostics;
using Descent.Cli.Tests.Support;
using Descent.Jupyter.Tests.Support;
using Faults.Tests.Support;

namespace Faults.Tests.Cells;

/// <summary>
/// Tasks that fail and that nobody awaits. The collector finds them, in its own time: each is told of once, below the cell that it failed in.
/// </summary>
public sealed class LostTaskTests : IClassFixture<KernelProcess>, IDisposable
{
    private const string Collect = "GC.Collect(); GC.WaitForPendingFinalizers();";

    // No variable may hold on to a task, and to wait for it by its handle is not to look at its exception.
    private const string Helpers = """
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        void Leave(Func<Task> start) => ((IAsyncResult)start()).AsyncWaitHandle.WaitOne();
        async Task FailAfterAsync(string message) { await Task.Yield(); throw new InvalidOperationException(message); }
        void Fail() => throw new InvalidOperationException("a function of an earlier cell");
        """;

    // One for all: whatever is told belongs to one of the cells, and each test looks at its own.
    private readonly KernelProcess kernel;
    private readonly TemporaryFolder folder = new();

    public LostTaskTests(KernelProcess kernel)
    {
        this.kernel = kernel;
        kernel.RunOnce(Helpers);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Leave(() => Task.Run((Action)(() => throw new InvalidOperationException(\"a task\"))));", "a task")]
    [InlineData("Leave(() => Task.Run(Fail));", "a function of an earlier cell")]
    [InlineData("Leave(() => FailAfterAsync(\"an async function\"));", "an async function")]
    [InlineData("Leave(() => Task.Run(() => FailAfterAsync(\"one within another\")));", "one within another")]
    [InlineData("Leave(() => Task.Delay(1).ContinueWith(_ => Fail()));", "a function of an earlier cell")]
    [InlineData("Leave(() => Task.WhenAll(FailAfterAsync(\"one of two\"), Task.CompletedTask));", "one of two")]
    [InlineData("Leave(() => Task.Factory.StartNew(Fail, TaskCreationOptions.LongRunning));", "a function of an earlier cell")]
    [InlineData("Leave(() => Task.Run(async () => { foreach (var i in new[] { 1 }) { await Task.Delay(i); Fail(); } }));", "a function of an earlier cell")]
    [InlineData("Leave(() => { var source = new TaskCompletionSource(); source.SetException(new InvalidOperationException(\"never thrown\")); return source.Task; });", "never thrown")]
    [InlineData("Leave(() => { var source = new TaskCompletionSource<int>(); source.TrySetException([new InvalidOperationException(\"one of a list\")]); return source.Task; });", "one of a list")]
    [InlineData("int Twice(int n) { var source = new TaskCompletionSource(); for (var i = 0; i < n; i++) { if (i == 1) source.SetException(n > 2 ? new InvalidOperationException(\"beyond a jump\") : new InvalidOperationException(\"elsewhere\")); } Leave(() => source.Task); return n; } _ = Twice(3);", "beyond a jump")]
    [InlineData("Leave(() => ValueTask.FromException<int>(new InvalidOperationException(\"from a value\")).AsTask());", "from a value")]
    [InlineData("Leave(() => Task.FromException(new InvalidOperationException(\"from an exception\")));", "from an exception")]
    public void It_is_told_once_below_its_own_cell_however_late_the_collector_is(string code, string message)
    {
        var client = kernel.Client;
        var cell = client.SendExecute(code);
        var own = client.Conversation(cell).Where(published => published.Type == "stream").ToList();
        Assert.Equal("ok", client.NextReply("the cell's reply").Text("status"));
        Received? told = null;
        for (var watch = Stopwatch.StartNew(); own.Count == 0 && (told = client.Late(cell)) is null && watch.Elapsed < Client.Patience;)
            Assert.Empty(kernel.Run(Collect));
        told = own.SingleOrDefault() ?? told;
        Assert.True(told is not null, $"Nothing was told of it within {Client.Patience.TotalSeconds} s.");
        Assert.Equal(("stream", "stderr"), (told.Type, told.Text("name")));
        Assert.Equal($"A task that nobody awaited has failed: System.InvalidOperationException: {message}\n", told.Text("text"));
        Assert.Empty(kernel.Run(Collect));
        Assert.Null(client.Late(cell));
    }

    [Fact]
    public void One_that_was_cancelled_needs_no_telling()
    {
        kernel.Run("Leave(() => Task.Run((Action)(() => throw new OperationCanceledException())));");
        var cell = kernel.Client.SendExecute("Leave(() => Task.Run(Fail));");
        kernel.Client.Conversation(cell);
        kernel.Client.NextReply("the cell's reply");
        Received? told = null;
        for (var watch = Stopwatch.StartNew(); (told = kernel.Client.Late(cell)) is null && watch.Elapsed < Client.Patience;)
            Assert.Empty(kernel.Run(Collect));
        Assert.NotNull(told);
    }

    [Fact]
    public async Task A_run_shows_it_with_the_notebook_and_the_cell_that_it_came_from()
    {
        var lost = folder.Write("lost.ipynb", NotebookText.Of("1", "var kept = Task.Run((Action)(() => throw new InvalidOperationException(\"lost\")));\n((IAsyncResult)kept).AsyncWaitHandle.WaitOne();", "2"));
        var well = folder.Write("well.ipynb", NotebookText.Of("3"));
        var run = await DescentCommand.RunAsync("run", lost, well);
        Assert.Contains($"{lost}, cell 2: warning: A task that nobody awaited has failed: System.InvalidOperationException: lost\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain($"{well}, cell", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("2 notebooks, 4 cells, 0 errors, ", run.Output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }
}
