namespace Descent.Scripting.Tests;

/// <summary>A session with what its cells have put out so far.</summary>
internal sealed class Recorder : IAsyncDisposable
{
    /// <summary>Far more than anything takes, also on a machine with much else to do.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<CellOutput> outputs = [];
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Recorder(string? workingDirectory = null, Func<ScriptSessionOptions, ScriptSessionOptions>? configure = null)
    {
        var options = new ScriptSessionOptions { WorkingDirectory = workingDirectory ?? Repository.Notebooks, WarmUp = false };
        Session = new ScriptSession(configure is null ? options : configure(options));
    }

    public ScriptSession Session { get; }

    public IReadOnlyList<CellOutput> Outputs
    {
        get
        {
            lock (outputs)
                return [.. outputs];
        }
    }

    public string Text => string.Concat(Outputs.OfType<CellOutput.StandardOutput>().Select(output => output.Text));

    /// <summary>Runs a cell, and interrupts it if it has not ended after some minutes.</summary>
    public async Task<CellResult> RunAsync(string code, CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(5 * Patience);
        return await Session.RunAsync(code, Record, limit.Token);
    }

    /// <summary>Waits until anything has been put out.</summary>
    public async Task OutputAsync()
    {
        try
        {
            await first.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"No cell has put out anything within {Patience.TotalSeconds} s.");
        }
    }

    /// <summary>Runs a cell that must succeed and gives its value as plain text, or null when it has none.</summary>
    public async Task<string?> ValueOfAsync(string code)
    {
        var result = await RunAsync(code);
        Assert.True(result is CellResult.Completed, Describe(result));
        return ((CellResult.Completed)result).Value?.PlainText;
    }

    public ValueTask DisposeAsync() => Session.DisposeAsync();

    private static string Describe(CellResult result) => result switch
    {
        CellResult.CompilationFailed failed => string.Join('\n', failed.Diagnostics),
        CellResult.Threw threw => $"{threw.Type}: {threw.Message}\n{string.Join('\n', threw.Trace)}",
        _ => result.ToString(),
    };

    private void Record(CellOutput output)
    {
        lock (outputs)
            outputs.Add(output);
        first.TrySetResult();
    }
}
