using Descent.Scripting.Cells;
using Descent.Scripting.Output;

namespace Descent.Scripting.Execution;

/// <summary>
/// Runs one cell on the thread of its session's cells, and stops it when asked: by what the cell looks at itself (its token when it awaits,
/// <see cref="Interruption"/> in its loops and functions), and by interrupting what it waits for.
/// </summary>
internal sealed class CellRun(
    InterruptibleThread thread,
    Func<Task<DisplayBundle?>> body,
    CellSink sink,
    CancellationToken cancellation)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(25);

    private static readonly AsyncLocal<CellRun?> Ambient = new();

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CellOutcome> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The one that the calling code belongs to, however many tasks and threads lie between.</summary>
    public static CellRun? Current => Ambient.Value;

    public CellSink Sink => sink;

    public bool IsRunning => !outcome.Task.IsCompleted;

    /// <summary>Whether the thread it was given does not come back.</summary>
    public bool HasLostItsThread { get; private set; }

    /// <summary>Runs the cell; gives up on one that does not stop within the timeout after it was asked to.</summary>
    public async Task<CellOutcome> RunAsync(TimeSpan stopTimeout)
    {
        Interruption.Reset();
        thread.Run(Run);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellation.UnsafeRegister(_ => asked.TrySetResult(), null).ConfigureAwait(false))
            await Task.WhenAny(outcome.Task, asked.Task).ConfigureAwait(false);
        if (cancellation.IsCancellationRequested)
            Interruption.Request();
        await InterruptAsync(outcome.Task, stopTimeout).ConfigureAwait(false);
        if (!outcome.Task.IsCompleted)
            return new CellOutcome.Unstoppable();
        var how = await outcome.Task.ConfigureAwait(false);
        if (how is not CellOutcome.ThreadLost lost)
            return how;
        if (!HasLostItsThread)
            await GiveUpAsync(stopTimeout).ConfigureAwait(false);
        return new CellOutcome.Faulted(LostThreads.Error(lost.Raised));
    }

    /// <summary>The calling thread has no stack left to handle an exception with, and never comes back.</summary>
    public void Lose(Exception raised)
    {
        HasLostItsThread |= thread.IsCurrent;
        if (outcome.TrySetResult(new CellOutcome.ThreadLost(raised)))
            return;
        // Several threads of one loop are lost together.
        if (outcome.Task is not { IsCompletedSuccessfully: true, Result: CellOutcome.ThreadLost })
            StrayExceptions.Report(sink, LostThreads.Error(raised));
    }

    // Its own thread may wait for the lost one, without end.
    private async Task GiveUpAsync(TimeSpan stopTimeout)
    {
        Interruption.Request();
        await InterruptAsync(ended.Task, stopTimeout).ConfigureAwait(false);
        HasLostItsThread = !ended.Task.IsCompleted;
    }

    private async Task InterruptAsync(Task until, TimeSpan timeout)
    {
        for (var waited = TimeSpan.Zero; !until.IsCompleted && waited < timeout; waited += LookEvery)
        {
            await Task.WhenAny(until, Task.Delay(LookEvery)).ConfigureAwait(false);
            thread.Interrupt();
        }
    }

    private void Run()
    {
        CellSink.Current = sink;
        Ambient.Value = this;
        var context = new CellSynchronizationContext(exception => StrayExceptions.Report(sink, exception), cancellation);
        SynchronizationContext.SetSynchronizationContext(context);
        CellOutcome how = new CellOutcome.Stopped();
        try
        {
            how = Await(context);
        }
        catch (ThreadInterruptedException)
        {
            // The request to stop came just after the cell had ended.
        }
        finally
        {
            thread.EndInterrupts();
            context.End();
            ended.SetResult();
            outcome.TrySetResult(how);
        }
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
