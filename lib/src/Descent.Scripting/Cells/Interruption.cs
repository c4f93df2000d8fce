using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Descent.Scripting.Cells;

/// <summary>
/// Where cells find out that they are to stop: the compiler puts a call of <see cref="Check"/> into every loop, and one of
/// <see cref="CheckCall"/> into every function.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interruption
{
    // One for the process, which a session owns: a loop can afford to read a field in each round, and nothing more.
    private static volatile bool requested;

    internal static bool IsRequested => requested;

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
        Check();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            ThrowStackIsFull();
    }

    /// <summary>From now on checks throw.</summary>
    internal static void Request() => requested = true;

    /// <summary>A new cell starts, and nobody has asked it to stop yet.</summary>
    internal static void Reset() => requested = false;

    // It never returns, and the compiler sees that: a call that might return makes a loop keep its numbers in memory, four times slower.
    [DoesNotReturn]
    private static void Throw() => throw new OperationCanceledException("The learner has stopped the cell.");

    [DoesNotReturn]
    private static void ThrowStackIsFull() => throw new InsufficientExecutionStackException(
        "The stack is full: too many functions have been called and not yet returned. Look for a function that calls itself without end.");
}
