namespace Descent.Scripting.Execution;

/// <summary>
/// A thread that does one piece of work after the other, since to start one takes as long as many a cell; others may interrupt each
/// piece until it says that it has had enough.
/// </summary>
internal sealed class InterruptibleThread : IDisposable
{
    private readonly object gate = new();
    private readonly AutoResetEvent handedOver = new(false);
    private readonly Thread thread;
    private Action? next;
    private bool interruptible;
    private volatile bool disposed;

    public InterruptibleThread(int stackSize, string name)
    {
        thread = new Thread(Work, stackSize) { IsBackground = true, Name = name };
        thread.UnsafeStart();
    }

    /// <summary>Whether it is the calling thread.</summary>
    public bool IsCurrent => Thread.CurrentThread == thread;

    /// <summary>Does the work, once what it was given before has ended.</summary>
    public void Run(Action work)
    {
        lock (gate)
            interruptible = true;
        next = work;
        handedOver.Set();
    }

    /// <summary>Wakes it from what it waits for, now or the next time that it waits.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            if (interruptible)
                thread.Interrupt();
        }
    }

    /// <summary>To be called by the work: afterwards no interrupt comes, nor is one left that would surface later.</summary>
    public void EndInterrupts()
    {
        while (interruptible)
        {
            try
            {
                lock (gate)
                {
                    interruptible = false;
                    Thread.CurrentThread.Join(0);
                }
            }
            catch (ThreadInterruptedException)
            {
                // This one came before the end.
            }
        }
    }

    /// <summary>Ends the thread, when its work has ended.</summary>
    public void Dispose()
    {
        disposed = true;
        handedOver.Set();
    }

    private void Work()
    {
        var untouched = ExecutionContext.Capture()!;
        while (!disposed)
        {
            Wait();
            if (Interlocked.Exchange(ref next, null) is not { } work)
                continue;
            // What a cell sets for its thread, such as a culture, ends with it.
            ExecutionContext.Run(untouched, static work => ((Action)work!)(), work);
            thread.IsBackground = true;
            thread.Priority = ThreadPriority.Normal;
        }

        handedOver.Dispose();
    }

    private void Wait()
    {
        try
        {
            handedOver.WaitOne();
        }
        catch (ThreadInterruptedException)
        {
            // Meant for work that has been handed over and not begun. It is interrupted again.
        }
    }
}
