namespace Descent.Jupyter.Execution;

/// <summary>Stops the request that is being answered, if one is.</summary>
internal sealed class Interrupts
{
    private readonly Lock gate = new();
    private CancellationTokenSource? running;

    /// <summary>Does work that an interrupt stops.</summary>
    public void Run(Action<CancellationToken> work)
    {
        // Left to the garbage collector: an interrupt may be using it when the work is over.
        var source = new CancellationTokenSource();
        lock (gate)
            running = source;
        try
        {
            work(source.Token);
        }
        finally
        {
            lock (gate)
                running = null;
        }
    }

    public void Interrupt()
    {
        CancellationTokenSource? stopped;
        lock (gate)
            stopped = running;
        // Stopping a cell can take as long as the cell likes; whoever asked is answered at once.
        if (stopped is { IsCancellationRequested: false })
            new Thread(stopped.Cancel) { IsBackground = true, Name = "Interrupt" }.Start();
    }
}
