using System.ComponentModel;
using Descent.Scripting.Execution;

namespace Descent.Scripting.Cells;

/// <summary>
/// Hears of exceptions that a cell puts into a task without throwing them: a call of <see cref="Note"/> is compiled in before every call of
/// <c>SetException</c>, <c>TrySetException</c> and <c>FromException</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TaskFailure
{
    /// <summary>Remembers which cell it was, should nobody await the task.</summary>
    /// <param name="failure">An exception, or several.</param>
    public static void Note(object? failure)
    {
        if (failure is Exception one)
            ThrownIn.Note(one);
        // A sequence that has no end, or acts when it is read, is left to the task.
        else if (failure is ICollection<Exception> several)
            several.ToList().ForEach(ThrownIn.Note);
    }
}
