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
                Run(i);
            return;
        }

        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = maximumThreads, CancellationToken = cancellationToken };
            Parallel.For(0, count, options, Run);
        }
        catch (AggregateException failures)
        {
            // The caller's function failed: show its own error, as on one thread.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        void Run(int i)
        {
            cancellationToken.ThrowIfCancellationRequested();
            action(i);
        }
    }
}
