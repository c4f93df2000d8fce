using System.Runtime.CompilerServices;
using Descent.Scripting.Output;

namespace Descent.Scripting.Execution;

/// <summary>
/// Remembers of each exception which cell's code threw it. The collector, which finds a failed task that nobody awaited, knows nothing
/// of cells, and may be as late as it likes.
/// </summary>
internal static class ThrownIn
{
    private static readonly ConditionalWeakTable<Exception, CellSink> Cells = [];
    private static readonly Lazy<bool> Watched = new(Watch);

    public static void Install() => _ = Watched.Value;

    /// <summary>The cell that threw it, or whose task, thread or callback did; null for what no cell threw.</summary>
    public static CellSink? CellOf(Exception exception) => Cells.TryGetValue(exception, out var sink) ? sink : null;

    /// <summary>For an exception that a cell puts into a task without throwing it.</summary>
    public static void Note(Exception exception)
    {
        if (CellSink.Current is { } sink)
            Cells.TryAdd(exception, sink);
    }

    private static bool Watch()
    {
        AppDomain.CurrentDomain.FirstChanceException += static (_, raised) =>
        {
            // Where memory or stack runs out there is none to remember it with.
            if (raised.Exception is OutOfMemoryException or InsufficientExecutionStackException)
                return;
            try
            {
                Note(raised.Exception);
            }
            catch (Exception exception) when (exception is ThreadInterruptedException or OutOfMemoryException)
            {
                // Nothing may be thrown where something is being thrown. A cell that is to stop is interrupted again.
            }
        };
        return true;
    }
}
