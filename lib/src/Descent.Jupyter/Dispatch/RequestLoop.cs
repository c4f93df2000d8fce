using System.Collections.Concurrent;

namespace Descent.Jupyter.Dispatch;

/// <summary>
/// Does what it is handed, one after another, on a thread of its own: a cell that occupies the whole thread pool can then still
/// be interrupted.
/// </summary>
internal sealed class RequestLoop : IDisposable
{
    private readonly BlockingCollection<Action> queue = [];
    private readonly IKernelLog log;
    private readonly Thread thread;

    public RequestLoop(string name, IKernelLog log)
    {
        this.log = log;
        thread = new Thread(Run) { IsBackground = true, Name = name };
        thread.Start();
    }

    public void Add(Action action)
    {
        if (!queue.IsAddingCompleted)
            queue.Add(action);
    }

    /// <summary>Takes nothing more; waits for what is under way, for a while.</summary>
    public void Stop(TimeSpan patience)
    {
        queue.CompleteAdding();
        while (queue.TryTake(out _))
        {
        }

        thread.Join(patience);
    }

    public void Dispose()
    {
        queue.CompleteAdding();
        if (!thread.IsAlive)
            queue.Dispose();
    }

    private void Run()
    {
        foreach (var action in queue.GetConsumingEnumerable())
            Guard(action);
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
#pragma warning disable CA1031 // One request that cannot be answered must not end the kernel with everything in it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.Write($"A request failed: {exception}");
        }
    }
}
