using System.Globalization;
using Descent.Cli.Outputs;
using Descent.Cli.Worker;

namespace Descent.Cli.Running;

/// <summary>The output that a cell's end adds to what it showed before: its value, or why it failed.</summary>
internal static class OutcomeOutput
{
    public static RecordedOutput? For(CellOutcome outcome) => outcome switch
    {
        CellOutcome.Completed { Value: { } value } => new RecordedOutput.ExecuteResult(value),
        CellOutcome.CompilationFailed failed => new RecordedOutput.Error(
            "CompilationError",
            failed.Diagnostics.Count > 0 ? failed.Diagnostics[0].Message : "",
            [.. failed.Diagnostics.Select(item => $"({item.Line},{item.Column}): error {item.Id}: {item.Message}")]),
        CellOutcome.Threw threw => new RecordedOutput.Error(threw.Type, threw.Message, threw.Trace),
        CellOutcome.TimedOut timedOut => new RecordedOutput.Error("Timeout", Explain(timedOut), []),
        CellOutcome.WorkerEnded ended => new RecordedOutput.Error("WorkerEnded", Explain(ended), Lines(ended.LastWords)),
        CellOutcome.EngineFailed failed => new RecordedOutput.Error("EngineFailed", failed.Reason, []),
        _ => null,
    };

    public static string Explain(CellOutcome.TimedOut outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"The cell ran for longer than {outcome.LimitSeconds} s and was stopped. ") +
        "Look for a loop that does not end, or allow more with --timeout SECONDS.";

    public static string Explain(CellOutcome.WorkerEnded outcome) => outcome.ExitCode switch
    {
        _ when outcome.LastWords.Contains("Stack overflow", StringComparison.Ordinal) =>
            $"The stack overflowed, which ended the process that ran the cell (exit code {outcome.ExitCode}). " +
            "Look for a method that calls itself without end.",
        // 128 and the number of a signal.
        137 or 143 when outcome.LastWords.Length == 0 =>
            $"The process that ran the cell was killed (exit code {outcome.ExitCode}): by the cell, by somebody else, or by the system for want of memory.",
        var code when outcome.LastWords.Length == 0 =>
            $"The process that ran the cell ended with exit code {code}. Look for a call of Environment.Exit.",
        var code => $"The process that ran the cell ended with exit code {code}, after it had written what follows.",
    };

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").Split('\n');
}
