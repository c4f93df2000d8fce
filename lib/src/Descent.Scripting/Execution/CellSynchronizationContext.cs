namespace Descent.Scripting.Execution;

/// <summary>
/// Brings what follows an <c>await</c> back to the cell's own thread, where it can be stopped. Work that waits while
/// that thread is busy (a blocking <c>Result</c>, a long loop) moves to the thread pool, so that nothing deadlocks.
/// </summary>
internal sealed class CellSynchronizationContext(Action<Exception> onStrayException, CancellationToken cancellation)
    : SynchronizationContext
{
    private static readonly TimeSpan RescueDelay = TimeSpan.FromMilliseconds(20);

    private readonly Queue<PostedWork> posted = new();
    private readonly object gate = new();
    private bool idle;
    private bool ended;

    public override SynchronizationContext CreateCopy() => this;

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override void Post(SendOrPostCallback d, object? state)
    {
        var work = new PostedWork(d, state, onStrayException);
        var rescue = false;
        lock (gate)
        {
            if (ended)
            {
                // What a stopped cell was waiting for is not gone on with; what an ended one left behind is.
                if (!cancellation.IsCancellationRequested)
                    ThreadPool.QueueUserWorkItem(static left => left.TryRunAlone(), work, preferLocal: false);
                return;
            }

            posted.Enqueue(work);
            rescue = !idle;
            Monitor.PulseAll(gate);
        }

        if (rescue)
            Task.Delay(RescueDelay).ContinueWith(_ => Rescue(work), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Runs posted work on the calling thread until the task has ended.</summary>
    /// <exception cref="OperationCanceledException">The cell was asked to stop.</exception>
    public void PumpUntil(Task task)
    {
        task.ContinueWith(HasEnded, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        using var registration = cancellation.UnsafeRegister(_ => Wake(), null);
        while (!task.IsCompleted)
        {
            cancellation.ThrowIfCancellationRequested();
            NextWork(task)?.TryRun();
        }
    }

    /// <summary>From now on posted work goes to the thread pool, or nowhere when the cell was stopped.</summary>
    public void End()
    {
        PostedWork[] left;
        lock (gate)
        {
            ended = true;
            // After a stop the queue may be in any state, and nobody needs it.
            if (cancellation.IsCancellationRequested)
                return;
            left = [.. posted];
            posted.Clear();
        }

        foreach (var work in left)
            ThreadPool.QueueUserWorkItem(static left => left.TryRunAlone(), work, preferLocal: false);
    }

    private void HasEnded(Task task)
    {
        // Of a cell that was stopped nobody asks what came of it: unheard, it would be reported later as a task that nobody awaited.
        _ = task.Exception;
        Wake();
    }

    private void Wake()
    {
        lock (gate)
            Monitor.PulseAll(gate);
    }

    private PostedWork? NextWork(Task task)
    {
        lock (gate)
        {
            idle = true;
            while (posted.Count == 0 && !task.IsCompleted && !cancellation.IsCancellationRequested)
                Monitor.Wait(gate);
            idle = false;
            return posted.TryDequeue(out var work) ? work : null;
        }
    }

    private void Rescue(PostedWork work)
    {
        if (!cancellation.IsCancellationRequested)
            work.TryRunAlone();
    }

    private sealed class PostedWork(SendOrPostCallback callback, object? state, Action<Exception> onStrayException)
    {
        private int claimed;

        public void TryRun()
        {
            if (Interlocked.Exchange(ref claimed, 1) == 0)
                callback(state);
        }

        /// <summary>Runs off the cell's thread, where an exception has nobody to go to and would end the process.</summary>
        public void TryRunAlone()
        {
            try
            {
                TryRun();
            }
#pragma warning disable CA1031 // Any exception of the learner's background work is reported, none may end the process.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                onStrayException(exception);
            }
        }
    }
}
