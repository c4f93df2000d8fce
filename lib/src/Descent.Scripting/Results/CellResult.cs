namespace Descent.Scripting;

/// <summary>How a cell ended. A closed set: match on the four nested records.</summary>
/// <example><code>
/// var text = result switch
/// {
///     CellResult.Completed { Value: { } value } => value.PlainText,
///     CellResult.Threw threw => $"{threw.Type}: {threw.Message}",
///     _ => "",
/// };
/// </code></example>
public abstract record CellResult
{
    private CellResult()
    {
    }

    /// <summary>The cell ran to its end.</summary>
    /// <param name="Value">The formatted value of the trailing expression; null when the cell has none.</param>
    public sealed record Completed(DisplayBundle? Value) : CellResult;

    /// <summary>The cell never ran: it does not compile, or something that it refers to cannot be had.</summary>
    /// <param name="Diagnostics">The errors first, then the warnings, each in the order of the source.</param>
    public sealed record CompilationFailed(IReadOnlyList<CellDiagnostic> Diagnostics) : CellResult;

    /// <summary>The cell threw. What it had assigned before that is kept.</summary>
    /// <param name="Type">The exception's type, in full.</param>
    /// <param name="Message">The exception's message; the messages of inner exceptions follow, a line each.</param>
    /// <param name="Trace">The stack trace without the engine's own frames; cells are named with their line.</param>
    public sealed record Threw(string Type, string Message, IReadOnlyList<string> Trace) : CellResult;

    /// <summary>The cell was asked to stop.</summary>
    /// <param name="Stopped">Whether it did. When not, its thread still runs and the process should be restarted.</param>
    /// <param name="Message">What to tell the learner.</param>
    public sealed record Cancelled(bool Stopped, string Message) : CellResult;
}
