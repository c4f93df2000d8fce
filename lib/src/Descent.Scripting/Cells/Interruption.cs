using System.ComponentModel;
using System.Runtime.CompilerServices;
using Descent.Scripting.Output;

namespace Descent.Scripting.Cells;

/// <summary>Where a cell finds out that it was asked to stop: the compiler puts a call of <see cref="Check"/> into every loop.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interruption
{
    // One for the process, which a session owns: a loop can afford to read a field in each round, and little more.
    private static volatile bool requested;

    /// <summary>Goes on, unless the cell that the calling code belongs to was asked to stop.</summary>
    /// <exception cref="OperationCanceledException">It was.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (requested)
            ThrowIfOwnCellStops();
    }

    /// <summary>From now on loops look whether it is their cell that stops.</summary>
    internal static void Request() => requested = true;

    /// <summary>A new cell starts, and nobody has asked it to stop yet.</summary>
    internal static void Reset() => requested = false;

    private static void ThrowIfOwnCellStops() => CellSink.Current?.Cancellation.ThrowIfCancellationRequested();
}
