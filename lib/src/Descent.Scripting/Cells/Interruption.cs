using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Descent.Scripting.Values;

namespace Descent.Scripting.Cells;

/// <summary>
/// Where cells find out that they are to stop: the compiler puts a call of <see cref="Check"/> into every loop, and one of
/// <see cref="CheckCall"/> into every function; a <c>catch</c> asks <see cref="Caught"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interruption
{
    private static readonly Lock Gate = new();

    // One for the process, which a session owns: a loop can afford to read a field in each round, and nothing more.
    private static volatile bool requested;

    // Functions can afford to look closer.
    private static volatile bool looksCloser;

    private static volatile bool isLearners;
    private static int showingsInFunctions;
    private static int showingsEverywhere;

    /// <summary>Whether the learner has asked for a stop.</summary>
    internal static bool IsRequested => isLearners;

    /// <summary>Goes on, unless the learner has asked for a stop; then whatever cells are doing ends, in the background too.</summary>
    /// <exception cref="OperationCanceledException">The learner has.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (requested)
            Throw();
    }

    /// <summary>As <see cref="Check"/>; also stops a function that calls itself without end, before that ends the process.</summary>
    /// <exception cref="OperationCanceledException">The learner has asked for a stop.</exception>
    /// <exception cref="InsufficientExecutionStackException">There is hardly any stack left.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckCall()
    {
        if (looksCloser)
            LookCloser();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            ThrowIfStackIsFull();
    }

    /// <summary>To be asked by every <c>catch</c>: gives the exception back, or null where none may be caught any more.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>The exception; null when there is hardly any stack left, and it was thrown by what handles another one.</returns>
    public static object? Caught(object? exception) => StackReserve.HasRoomToCatch ? exception : null;

    /// <summary>From now on checks throw.</summary>
    internal static void Request() => Change(() => isLearners = true);

    /// <summary>A new cell starts, and nobody has asked it to stop yet.</summary>
    internal static void Reset() => Change(() => isLearners = false);

    /// <summary>Stops the code of a value whose showing has taken too long: its functions alone, or also loops, which are those of every cell.</summary>
    internal static void RequestForShowing(bool everywhere) => Change(() => _ = everywhere ? ++showingsEverywhere : ++showingsInFunctions);

    /// <summary>That code has ended, or has been left behind.</summary>
    internal static void ResetForShowing(bool everywhere) => Change(() => _ = everywhere ? --showingsEverywhere : --showingsInFunctions);

    private static void Change(Action change)
    {
        lock (Gate)
        {
            change();
            requested = isLearners || showingsEverywhere > 0;
            looksCloser = requested || showingsInFunctions > 0;
        }
    }

    private static void LookCloser()
    {
        if (requested || Showing.IsCurrentStopped)
            Throw();
    }

    // It never returns, and the compiler sees that: a call that might return makes a loop keep its numbers in memory, four times slower.
    // So work in the background that meets a stop of somebody else's value ends as well; it is told why.
    [DoesNotReturn]
    private static void Throw() => throw (isLearners || Showing.IsCurrentStopped
        ? new OperationCanceledException(isLearners ? "The learner has stopped the cell." : "Showing the value has taken too long.")
        : new TimeoutException("Stopped while a value was being shown whose code loops without end: loops can only be stopped all at once. Run this again."));

    private static void ThrowIfStackIsFull()
    {
        if (!StackReserve.HasRoomToCall)
            throw new InsufficientExecutionStackException("The stack is full: too many functions have been called and not yet returned. Look for a function that calls itself without end.");
    }
}
