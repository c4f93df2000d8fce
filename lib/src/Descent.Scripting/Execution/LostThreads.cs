using System.Runtime.ExceptionServices;
using Descent.Scripting.Cells;
using Descent.Scripting.Values;

namespace Descent.Scripting.Execution;

/// <summary>
/// Leaves threads behind whose stack is so full that the next exception would end the process: those of a recursion without an end through
/// a library that catches each exception and throws another one. The collector goes through all that is on the stack of such a thread, each
/// time, so that it is the last resort.
/// </summary>
internal static class LostThreads
{
    private static readonly Lazy<bool> Watched = new(Watch);

    [ThreadStatic]
    private static bool isLost;

    public static void Install() => _ = Watched.Value;

    /// <summary>What a learner is told.</summary>
    /// <param name="raised">The exception for whose handling no stack was left.</param>
    public static Exception Error(Exception raised)
    {
        var error = new InsufficientExecutionStackException(
            "The stack is full: too many functions have been called and not yet returned. Look for a function that calls itself without end. "
            + "What handles exceptions on the way out of it needed more stack than was left, so its thread was given up; "
            + "what remains of that makes the kernel slower: restart it once the function is mended.");
        while (raised.InnerException is { } inner)
            raised = inner;
        if (SafeText.TraceOf(raised) is { Length: > 0 } trace)
            ExceptionDispatchInfo.SetRemoteStackTrace(error, trace);
        return error;
    }

    private static bool Watch()
    {
        AppDomain.CurrentDomain.FirstChanceException += static (_, raised) =>
        {
            if (!StackReserve.HasRoomForException && !isLost)
                Leave(raised.Exception);
        };
        return true;
    }

    private static void Leave(Exception raised)
    {
        var (showing, run) = (Showing.OfThread, CellRun.Current);
        if (showing is null && run is null)
            return;
        isLost = true;
        // The process does not wait for it.
        Thread.CurrentThread.IsBackground = true;
        LetGo(Console.Out);
        LetGo(Console.Error);
        if (showing is not null)
            showing.Lose(raised);
        else
            run!.Lose(raised);
        while (true)
            Sleep();
    }

    // The console asks an object for its text while nobody else may write.
    private static void LetGo(object held)
    {
        while (Monitor.IsEntered(held))
            Monitor.Exit(held);
    }

    private static void Sleep()
    {
        try
        {
            Thread.Sleep(Timeout.Infinite);
        }
        catch (ThreadInterruptedException)
        {
            // There is nothing left that could be stopped.
        }
    }
}
