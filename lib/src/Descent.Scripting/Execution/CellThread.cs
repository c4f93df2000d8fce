using Descent.Scripting.Output;

namespace Descent.Scripting.Execution;

/// <summary>Runs one cell on a thread of its own, and stops it when asked.</summary>
#pragma warning disable CA1001 // The cell's background work uses the token as long as it lives, and a source without a timer holds nothing.
internal sealed class CellThread
#pragma warning restore CA1001
{
    private const int StackSize = 16 * 1024 * 1024;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(25);

    private readonly TaskCompletionSource<CellOutcome> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource abort = new();
    private readonly Func<Task<DisplayBundle?>> body;
    private readonly CellSink sink;
    private readonly CancellationToken cancellation;
    private readonly Thread thread;

    public CellThread(Func<Task<DisplayBundle?>> body, CellSink sink, CancellationToken cancellation)
    {
        this.body = body;
        this.sink = sink;
        this.cancellation = cancellation;
        thread = new Thread(Run, StackSize) { IsBackground = true, Name = "Cell" };
    }

    public bool IsRunning => thread.IsAlive && !outcome.Task.IsCompleted;

    /// <summary>Runs the cell; gives up on one that does not stop within the timeout after it was asked to.</summary>
    public async Task<CellOutcome> RunAsync(TimeSpan stopTimeout)
    {
        thread.UnsafeStart();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellation.UnsafeRegister(_ => asked.TrySetResult(), null).ConfigureAwait(false))
            await Task.WhenAny(outcome.Task, asked.Task).ConfigureAwait(false);
        var deadline = Environment.TickCount64 + (long)stopTimeout.TotalMilliseconds;
        while (!outcome.Task.IsCompleted && Environment.TickCount64 < deadline)
        {
            // A cell that awaits ends of itself within that time, which is gentler than an abort.
            await Task.WhenAny(outcome.Task, Task.Delay(LookEvery)).ConfigureAwait(false);
            if (!outcome.Task.IsCompleted)
                RequestAbort();
            // An abort does not reach a thread that sleeps or waits; an interrupt wakes it up for the abort.
            if (!outcome.Task.IsCompleted && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                thread.Interrupt();
        }

        return outcome.Task.IsCompleted ? await outcome.Task.ConfigureAwait(false) : new CellOutcome.Unstoppable();
    }

    private void Run()
    {
        CellSink.Current = sink;
        var context = new CellSynchronizationContext(exception => StrayExceptions.Report(sink, exception), cancellation, abort.Token);
        SynchronizationContext.SetSynchronizationContext(context);
        CellOutcome ended = new CellOutcome.Stopped();
        try
        {
            Stoppable.TryRun(() => ended = Await(context), abort.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // It awaited something when it was asked to stop.
        }
        catch (ThreadInterruptedException)
        {
            // The interrupt that was to wake the cell came just after it had ended.
        }
        finally
        {
            context.End();
            outcome.SetResult(ended);
        }
    }

    private void RequestAbort()
    {
        if (!abort.IsCancellationRequested)
            // Cancelling runs the abort on the calling thread, and that waits for a cell which does not let itself be stopped.
            _ = Task.Run(abort.Cancel);
    }

    private CellOutcome Await(CellSynchronizationContext context)
    {
        try
        {
            var task = body();
            context.PumpUntil(task);
            return new CellOutcome.Returned(task.GetAwaiter().GetResult());
        }
#pragma warning disable CA1031 // Whatever the cell throws is the cell's result.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Whatever comes out of a cell that was asked to stop comes of stopping it.
            return cancellation.IsCancellationRequested ? new CellOutcome.Stopped() : new CellOutcome.Faulted(exception);
        }
    }
}
