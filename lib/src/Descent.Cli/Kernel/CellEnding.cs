using System.Diagnostics;
using Descent.Jupyter;
using Descent.Scripting;

namespace Descent.Cli.Kernel;

/// <summary>How a cell's end is told to a notebook. Notebooks show the trace alone, so it says everything.</summary>
internal static class CellEnding
{
    public static ExecutionResult Of(CellResult result) => result switch
    {
        CellResult.Completed completed => new ExecutionResult.Completed(completed.Value?.Forms),
        CellResult.CompilationFailed failed => new ExecutionResult.Failed(
            "CompilationError",
            failed.Diagnostics.Count > 0 ? failed.Diagnostics[0].Message : "The cell does not compile.",
            [.. failed.Diagnostics.SelectMany(Lines)]),
        CellResult.Threw threw => new ExecutionResult.Failed(threw.Type, threw.Message, [$"{threw.Type}: {threw.Message}", .. threw.Trace]),
        CellResult.Cancelled cancelled => new ExecutionResult.Failed(
            cancelled.Stopped ? "Interrupted" : "NotStopped", cancelled.Message, [cancelled.Message]),
        _ => throw new UnreachableException(),
    };

    private static string[] Lines(CellDiagnostic diagnostic) =>
    [
        diagnostic.ToString(),
        $"    {diagnostic.SourceLine}",
        // Tabs stay tabs, so that the mark stands below its character.
        $"    {string.Concat(diagnostic.SourceLine.Take(diagnostic.Column - 1).Select(character => character == '\t' ? '\t' : ' '))}^",
    ];
}
