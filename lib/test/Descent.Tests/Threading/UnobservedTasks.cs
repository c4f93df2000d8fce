using System.Runtime.CompilerServices;

namespace Descent.Tests.Threading;

/// <summary>Finds tasks that have failed and that nobody awaits: a notebook reports each, in another cell than the one that failed.</summary>
internal static class UnobservedTasks
{
    /// <summary>Runs code and has the collector find the tasks that it has left. Tests that run beside this one may have left some too.</summary>
    public static IReadOnlyList<Exception> Of(Action action)
    {
        var found = new List<Exception>();
        TaskScheduler.UnobservedTaskException += Add;
        try
        {
            Run(action);
            // What the finalizer of one lets go of may have one too.
            for (var round = 0; round < 3; round++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Add;
        }

        lock (found)
            return [.. found];

        void Add(object? task, UnobservedTaskExceptionEventArgs unobserved)
        {
            lock (found)
                found.AddRange(unobserved.Exception.InnerExceptions);
        }
    }

    // Locals of a method that has not returned keep what they hold.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run(Action action) => action();
}
