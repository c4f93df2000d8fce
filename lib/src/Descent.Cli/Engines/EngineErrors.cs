using System.Text.RegularExpressions;
using Descent.Cli.Worker;

namespace Descent.Cli.Engines;

/// <summary>Makes out of what the engine says of a failed cell what the course's own kernel would say of it.</summary>
internal static partial class EngineErrors
{
    private const string OwnName = "Microsoft.DotNet.Interactive";

    /// <param name="cell">The cell that failed.</param>
    /// <param name="message">What the engine says: the compiler's messages, or an exception with its trace.</param>
    /// <param name="problems">What the compiler has said of the cell.</param>
    public static CellOutcome ToOutcome(WorkerCell cell, string message, IReadOnlyList<EngineMessage.Problem> problems)
    {
        var errors = problems.Where(problem => problem.Severity == "error").ToList();
        if (errors.Count > 0)
            return new CellOutcome.CompilationFailed([.. errors.Select(problem => ToDiagnostic(cell, problem))]);
        var text = message.ReplaceLineEndings("\n");
        var start = Start().Match(text);
        return start.Success
            ? new CellOutcome.Threw(start.Groups["type"].Value, start.Groups["message"].Value, Lines(start.Groups["trace"].Value), Line: null)
            : new CellOutcome.Threw(OwnName, text, [], Line: null);
    }

    private static Diagnostic ToDiagnostic(WorkerCell cell, EngineMessage.Problem problem)
    {
        var (line, character) = problem.LinePositionSpan.Start;
        var source = cell.Source.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(line) ?? "";
        return new Diagnostic(problem.Code, problem.Message, line + 1, character + 1, source);
    }

    private static string[] Lines(string trace) => trace.Length == 0 ? [] : trace.Split('\n');

    // As Exception.ToString has it: the type, the message if there is one, causes and frames.
    [GeneratedRegex(
        @"\A(?<type>[\w.+`#]+(\[.*?\])?)(: (?<message>.*?)(\n(?<trace>( ---> |   at |--- End of ).*))?|\n(?<trace>   at .*))\z",
        RegexOptions.Singleline)]
    private static partial Regex Start();
}
