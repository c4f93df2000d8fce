using System.Runtime.ExceptionServices;

namespace Descent;

/// <summary>
/// Runs a parallel loop so that <see cref="Thread.Interrupt"/> on the calling thread, with which a notebook stops a cell, ends
/// the loop too: <see cref="Parallel"/> by itself would leave its workers behind, writing into buffers that are somebody else's by then.
/// </summary>
internal static class InterruptibleLoop
{
    /// <param name="loop">The loop; it ends soon after the token that it is given is cancelled.</param>
    /// <param name="cancellationToken">The caller's own.</param>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    /// <exception cref="ThreadInterruptedException">The calling thread was interrupted. All workers have ended.</exception>
    public static void Run(Action<CancellationToken> loop, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Task.Run(() => loop(stop.Token), CancellationToken.None);
        ThreadInterruptedException? interrupted = null;
        while (!running.IsCompleted)
        {
            try
            {
                // Unlike Wait, this never runs the loop on the calling thread, where no interrupt would reach it.
                Task.WaitAny([running], CancellationToken.None);
            }
            catch (ThreadInterruptedException exception)
            {
                interrupted = exception;
                stop.Cancel();
            }
        }

        // Whatever else it has to say comes of stopping it. Left unheard, the collector would report it, in another cell.
        _ = running.Exception;
        if (interrupted is not null)
            ExceptionDispatchInfo.Throw(interrupted);
        cancellationToken.ThrowIfCancellationRequested();
        running.GetAwaiter().GetResult();
    }
}
