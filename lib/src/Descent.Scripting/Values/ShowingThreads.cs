using System.Collections.Concurrent;
using Descent.Scripting.Execution;

namespace Descent.Scripting.Values;

/// <summary>The threads on which values are shown, kept since to start one takes as long as to show a value.</summary>
internal static class ShowingThreads
{
    // A ToString that calls itself without end takes a quarter of a second to come back from; on a cell's stack of 16 MB it takes a whole one.
    private const int StackSize = 4 * 1024 * 1024;
    private const int MostIdle = 4;

    private static readonly ConcurrentBag<InterruptibleThread> Idle = [];

    public static InterruptibleThread Take() => Idle.TryTake(out var thread) ? thread : new InterruptibleThread(StackSize, "Showing a value");

    public static void Return(InterruptibleThread thread)
    {
        if (Idle.Count < MostIdle)
            Idle.Add(thread);
        else
            thread.Dispose();
    }
}
