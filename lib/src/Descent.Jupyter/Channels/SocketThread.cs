using NetMQ;

namespace Descent.Jupyter.Channels;

/// <summary>The one thread that touches the kernel's sockets. Everybody else posts work to it, which it does in order.</summary>
internal sealed class SocketThread : IDisposable
{
    // Whoever posts faster than the sockets take waits, instead of filling the memory.
    private const int Capacity = 1_000;

    private readonly NetMQQueue<Action> work = new(Capacity);
    private readonly NetMQPoller poller;
    private readonly IKernelLog log;

    public SocketThread(IKernelLog log)
    {
        this.log = log;
        poller = [work];
        work.ReceiveReady += (_, _) => RunPosted();
    }

    /// <summary>Hands a socket over; from the start on, it belongs to this thread.</summary>
    public void Add(NetMQSocket socket, Action onReadable)
    {
        socket.ReceiveReady += (_, _) => Guard(onReadable);
        poller.Add(socket);
    }

    /// <summary>Has a timer ring on this thread.</summary>
    public void Add(NetMQTimer timer, Action onElapsed)
    {
        timer.Elapsed += (_, _) => Guard(onElapsed);
        poller.Add(timer);
    }

    public void Start() => poller.RunAsync("Jupyter sockets", isBackgroundThread: true);

    /// <summary>Does the action on the socket thread, after what has been posted before. Not to be called on that thread.</summary>
    public void Post(Action action) => work.Enqueue(action);

    /// <summary>Waits until everything posted so far has been done.</summary>
    public void Drain()
    {
        using var reached = new ManualResetEventSlim();
        Post(reached.Set);
        reached.Wait(TimeSpan.FromSeconds(1));
    }

    public void Dispose()
    {
        if (poller.IsRunning)
            poller.Stop();
        poller.Dispose();
        work.Dispose();
    }

    private void RunPosted()
    {
        while (work.TryDequeue(out var action, TimeSpan.Zero))
            Guard(action);
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
#pragma warning disable CA1031 // One message that cannot be sent or read must not end the kernel's only link to the world.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.Write($"A socket failed: {exception}");
        }
    }
}
