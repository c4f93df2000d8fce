using System.Globalization;
using System.Text.RegularExpressions;
using Descent.Scripting.Values;

namespace Descent.Scripting.Execution;

/// <summary>Tells a learner about an exception in terms of their cells, without the engine's own frames.</summary>
internal sealed partial class ExceptionReport(IReadOnlyDictionary<string, IReadOnlyList<string>> sources)
{
    // A recursion without end has as many frames as the stack has room for.
    private const int InnermostFrames = 40;
    private const int OutermostFrames = 10;

    public CellResult.Threw For(Exception exception)
    {
        var shown = Unwrap(exception);
        var message = SafeText.MessageOf(shown);
        var outOfMemory = shown is OutOfMemoryException;
        for (var inner = shown.InnerException; inner is not null; inner = inner.InnerException)
        {
            message += $"{Environment.NewLine}Inner exception: {SafeText.Of(inner)}";
            outOfMemory |= inner is OutOfMemoryException;
        }

        if (outOfMemory)
            message += $"{Environment.NewLine}{MemoryReserve.Advice()}";
        var trace = new List<string>();
        for (var current = shown; current is not null; current = current.InnerException)
        {
            if (current != shown)
                trace.Add($"   --- inner exception {SafeText.Of(current)}");
            trace.AddRange(Frames(current));
        }

        return new CellResult.Threw(shown.GetType().FullName ?? shown.GetType().Name, message, trace);
    }

    private static Exception Unwrap(Exception exception) =>
        exception is AggregateException { InnerExceptions: [var only] } ? only : exception;

    private IEnumerable<string> Frames(Exception exception)
    {
        var frames = SafeText.TraceOf(exception).Split('\n')
            .Where(line => line.StartsWith("   at ", StringComparison.Ordinal) && !EngineFrame().IsMatch(line))
            .Select(line => line.TrimEnd('\r'))
            .ToList();
        var left = frames.Count - InnermostFrames - OutermostFrames;
        IEnumerable<string> shown = left > 1 ? [.. frames.Take(InnermostFrames), .. frames.TakeLast(OutermostFrames)] : frames;
        foreach (var (index, line) in shown.Index())
        {
            if (left > 1 && index == InnermostFrames)
                yield return string.Create(CultureInfo.InvariantCulture, $"   … {left:N0} frames more");
            yield return Cell(SubmissionPrefix().Replace(line, "at "));
        }
    }

    private string Cell(string line)
    {
        line = Lambda().Replace(StateMachine().Replace(line, "${method}("), "lambda(");
        var match = Place().Match(line);
        if (!match.Success || !sources.TryGetValue(match.Groups["file"].Value, out var source))
            return line;
        var number = int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture);
        var text = number >= 1 && number <= source.Count ? $": {source[number - 1].Trim()}" : "";
        var method = TopLevel().IsMatch(match.Groups["method"].Value) ? "" : $"{match.Groups["method"].Value.Trim()} in ";
        return $"   at {method}{match.Groups["file"].Value}, line {number}{text}";
    }

    [GeneratedRegex(@"^   at Descent\.Scripting\.|<Factory>\(Object\[\] ")]
    private static partial Regex EngineFrame();

    [GeneratedRegex(@"at Submission#\d+\.")]
    private static partial Regex SubmissionPrefix();

    [GeneratedRegex(@"<(?<method>[^<>]+)>d(__\d+)?\.MoveNext\(|(<>c(__DisplayClass\w+)?\.)?<[^ ]*>g__(?<method>\w+)\|[\d_]+\(")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"<>c(__DisplayClass\w+)?(\.<[^ ]*>b__[\w|]+)(\.MoveNext)?\(")]
    private static partial Regex Lambda();

    [GeneratedRegex(@"^   at (?<method>.*) in (?<file>.*):line (?<line>\d+)$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^<+Initialize>+")]
    private static partial Regex TopLevel();
}
