namespace Descent.Scripting.Output;

/// <summary>
/// Hands outputs to their receivers in order, on a thread of its own. A cell can be stopped in the middle of any
/// statement, so it takes no lock here: what it adds is either there in one step or not at all.
/// </summary>
internal sealed class OutputQueue : IDisposable
{
    private const int Capacity = 4 * 1024 * 1024;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    private readonly AutoResetEvent added = new(false);
    private OutputEntry? newest;
    private long pending;
    private volatile bool closed;

    public OutputQueue()
    {
        var thread = new Thread(Deliver) { IsBackground = true, Name = "Cell outputs" };
        thread.UnsafeStart();
    }

    public void Add(CellSink sink, CellOutput output)
    {
        // A cell that prints without end waits here for its readers instead of filling the memory.
        while (Interlocked.Read(ref pending) > Capacity && !closed)
            Thread.Sleep(1);
        Push(new OutputEntry(sink, output));
    }

    /// <summary>Completes once everything added so far has been received; fails with what a receiver threw.</summary>
    public Task FlushAsync()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Push(new OutputEntry(reached));
        // Nobody delivers any more, or perhaps only up to just before this mark.
        if (closed)
            reached.TrySetResult();
        return reached.Task;
    }

    public void Dispose() => closed = true;

    private void Push(OutputEntry entry)
    {
        if (closed)
            return;
        do
        {
            entry.Older = newest;
        }
        while (Interlocked.CompareExchange(ref newest, entry, entry.Older) != entry.Older);

        Interlocked.Add(ref pending, entry.Size);
        added.Set();
    }

    private void Deliver()
    {
        var receivers = new OutputDelivery();
        while (!closed)
        {
            // A cell that is stopped between its two steps leaves an entry without a signal.
            added.WaitOne(LookAgain);
            // Looking again takes no memory: a cell may have taken all there is.
            if (Interlocked.Exchange(ref newest, null) is not { } last)
                continue;
            var taken = OutputEntry.OldestFirst(last);
            foreach (var entry in taken)
                Interlocked.Add(ref pending, -entry.Size);
            receivers.Deliver(taken);
        }

        receivers.Deliver(OutputEntry.OldestFirst(Interlocked.Exchange(ref newest, null)));
        added.Dispose();
    }
}
