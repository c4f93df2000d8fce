using Descent.Cli.Running;
using Descent.Cli.Worker;

namespace Descent.Cli.Reporting;

/// <summary>Shows a failed cell: its notebook, its number, the line at fault and the error.</summary>
internal static class FailureReport
{
    private const int LastWordsShown = 8;

    public static IEnumerable<string> Lines(LessonResult lesson)
    {
        foreach (var cell in lesson.Cells.Where(cell => cell.Failed))
        {
            foreach (var line in Lines($"{lesson.Notebook.Label}, cell {cell.Cell.Number}", cell))
                yield return line;
        }

        if (lesson.Errors > 0 && lesson.CellsNotRun > 0)
            yield return $"  {Count(lesson.CellsNotRun)} after it {(lesson.CellsNotRun == 1 ? "was" : "were")} not run.";
    }

    /// <summary>Names the cells whose work failed with nobody waiting for it, which fails no cell.</summary>
    public static IEnumerable<string> BackgroundLines(LessonResult lesson) =>
        lesson.BackgroundFailures.Select(failure => $"{lesson.Notebook.Label}, cell {failure.Cell}: warning: {failure.Text}");

    private static IEnumerable<string> Lines(string place, CellRun run) => run.Outcome switch
    {
        CellOutcome.CompilationFailed failed => failed.Diagnostics.SelectMany(diagnostic => Compiler(place, diagnostic)),
        CellOutcome.Threw threw => Exception(place, run, threw),
        CellOutcome.TimedOut timedOut => [$"{place}: error: {OutcomeOutput.Explain(timedOut)}"],
        CellOutcome.WorkerEnded ended => Death(place, ended),
        CellOutcome.EngineFailed failed => [$"{place}: error: {failed.Reason}"],
        _ => [],
    };

    private static IEnumerable<string> Compiler(string place, Diagnostic diagnostic)
    {
        yield return $"{place} ({diagnostic.Line},{diagnostic.Column}): error {diagnostic.Id}: {diagnostic.Message}";
        yield return $"    {diagnostic.SourceLine}";
        // Tabs stay tabs, so that the mark stands below its character.
        var before = diagnostic.SourceLine.Take(diagnostic.Column - 1).Select(character => character == '\t' ? '\t' : ' ');
        yield return $"    {string.Concat(before)}^";
    }

    private static IEnumerable<string> Exception(string place, CellRun run, CellOutcome.Threw threw)
    {
        var where = threw.Line is { } number ? $"{place} (line {number})" : place;
        yield return $"{where}: error: {threw.Type}: {threw.Message}";
        if (threw.Line is { } line && SourceLine(run.Cell.Source, line) is { } text)
            yield return $"    {text}";
        // The line just shown needs no frame of its own.
        var shown = $"at cell {run.Cell.Number}, line {threw.Line}:";
        foreach (var frame in threw.Trace.Where(frame => !frame.Contains(shown, StringComparison.Ordinal)))
            yield return $"  {frame.TrimEnd()}";
    }

    private static IEnumerable<string> Death(string place, CellOutcome.WorkerEnded ended)
    {
        yield return $"{place}: error: {OutcomeOutput.Explain(ended)}";
        foreach (var line in ended.LastWords.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0).Take(LastWordsShown))
            yield return $"  {line}";
    }

    private static string? SourceLine(string source, int line) => source.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(line - 1);

    private static string Count(int cells) => cells == 1 ? "1 cell" : $"{cells} cells";
}
