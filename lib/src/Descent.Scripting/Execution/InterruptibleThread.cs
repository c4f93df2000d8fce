namespace Descent.Scripting.Execution;

/// <summary>A thread that others may interrupt until it says that it has had enough.</summary>
internal sealed class InterruptibleThread
{
    private readonly object gate = new();
    private readonly Thread thread;
    private bool ended;

    public InterruptibleThread(Action run, int stackSize, string name) =>
        thread = new Thread(() => run(), stackSize) { IsBackground = true, Name = name };

    public bool IsAlive => thread.IsAlive;

    public void Start() => thread.UnsafeStart();

    /// <summary>Wakes it from what it waits for, now or the next time that it waits.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            if (!ended)
                thread.Interrupt();
        }
    }

    /// <summary>To be called on the thread: afterwards no interrupt comes, nor is one left that would surface later.</summary>
    public void EndInterrupts()
    {
        while (!ended)
        {
            try
            {
                lock (gate)
                {
                    ended = true;
                    Thread.CurrentThread.Join(0);
                }
            }
            catch (ThreadInterruptedException)
            {
                // This one came before the end.
            }
        }
    }
}
