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

    private readonly TaskCompletionSource<CellOutcome> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CellSink Sink => sink;

    public bool IsRunning => !outcome.Task.IsCompleted;

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
        for (var waited = TimeSpan.Zero; !outcome.Task.IsCompleted && waited < stopTimeout; waited += LookEvery)
        {
            await Task.WhenAny(outcome.Task, Task.Delay(LookEvery)).ConfigureAwait(false);
            thread.Interrupt();
        }

        return outcome.Task.IsCompleted ? await outcome.Task.ConfigureAwait(false) : new CellOutcome.Unstoppable();
    }

    private void Run()
    {
        CellSink.Current = sink;
        var context = new CellSynchronizationContext(exception => StrayExceptions.Report(sink, exception), cancellation);
        SynchronizationContext.SetSynchronizationContext(context);
        CellOutcome ended = new CellOutcome.Stopped();
        try
        {
            ended = Await(context);
        }
        catch (ThreadInterruptedException)
        {
            // The request to stop came just after the cell had ended.
        }
        finally
        {
            thread.EndInterrupts();
            context.End();
            outcome.SetResult(ended);
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
