using System.Runtime.CompilerServices;

namespace Descent.Scripting.Cells;

/// <summary>
/// The last 128 KB of a thread's stack, of which functions of cells leave enough to handle the exception that says that the rest is full.
/// What handles an exception runs on top of the functions that the exception comes through, and so does what is thrown there, 15 KB deeper
/// each time: where every call of a recursion catches, no stack is large enough for all of them.
/// </summary>
internal static class StackReserve
{
    // Counted from where the first exception was met. It was thrown 16 KB before, where the reserve begins.
    private const int FirstOfHandlers = -8 * 1024;
    private const int LastOfCatching = 12 * 1024;
    private const int LastOfCalls = 32 * 1024;
    private const int LastOfExceptions = 56 * 1024;

    // Where that was, counted from the end of memory, so that it grows as the stack does. It is the same each time.
    [ThreadStatic]
    private static nuint met;

    /// <summary>Whether a function may be called though the reserve has begun: by what handles an exception, or must be done on its way.</summary>
    public static bool HasRoomToCall => met != 0 && Beyond() is > FirstOfHandlers and < LastOfCalls;

    /// <summary>Whether what is thrown in a handler may be caught once more.</summary>
    public static bool HasRoomToCatch => RuntimeHelpers.TryEnsureSufficientExecutionStack() || Meet() < LastOfCatching;

    /// <summary>Whether an exception can still be handled at all: the next one may end the process.</summary>
    public static bool HasRoomForException => RuntimeHelpers.TryEnsureSufficientExecutionStack() || Meet() < LastOfExceptions;

    private static nint Meet()
    {
        if (met == 0 || Beyond() < 0)
            met = Depth();
        return Beyond();
    }

    private static nint Beyond() => (nint)(Depth() - met);

    private static unsafe nuint Depth()
    {
        byte here;
        return nuint.MaxValue - (nuint)(&here);
    }
}
