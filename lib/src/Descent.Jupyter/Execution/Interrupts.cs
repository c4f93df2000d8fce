namespace Descent.Jupyter.Execution;

/// <summary>Stops the cell that is running, if one is.</summary>
internal sealed class Interrupts
{
    private readonly Lock gate = new();
    private Action? stop;

    /// <summary>Begins a cell. Dispose the answer when the cell has ended.</summary>
    public Execution Begin()
    {
        var execution = new Execution(this);
        lock (gate)
            stop = execution.Cancel;
        return execution;
    }

    public void Interrupt()
    {
        Action? running;
        lock (gate)
        {
            running = stop;
            stop = null;
        }

        // Stopping a cell can take as long as the cell likes; whoever asked is answered at once.
        if (running is not null)
            new Thread(() => running()) { IsBackground = true, Name = "Interrupt" }.Start();
    }

    private void End()
    {
        lock (gate)
            stop = null;
    }

    /// <summary>A cell under way.</summary>
    internal sealed class Execution(Interrupts owner) : IDisposable
    {
        private readonly CancellationTokenSource source = new();

        public CancellationToken Token => source.Token;

        public void Cancel() => source.Cancel();

        // The source itself is left to the garbage collector: an interrupt may be using it at this moment.
        public void Dispose() => owner.End();
    }
}
