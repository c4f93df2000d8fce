using System.Runtime.ExceptionServices;

namespace Descent;

/// <summary>Runs an action for every index, on one thread or on several.</summary>
internal static class Workers
{
    public static void ForEach(int count, int maximumThreads, Action<int> action, CancellationToken cancellationToken)
    {
        if (maximumThreads == 1)
        {
            for (var i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Interruption.Check(i);
                action(i);
            }

            return;
        }

        try
        {
            InterruptibleLoop.Run(
                stop => Parallel.For(
                    0,
                    count,
                    new ParallelOptions { MaxDegreeOfParallelism = maximumThreads, CancellationToken = stop },
                    i =>
                    {
                        stop.ThrowIfCancellationRequested();
                        action(i);
                    }),
                cancellationToken);
        }
        catch (AggregateException failures)
        {
            // The caller's function failed: show its own error, as on one thread.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
