using Descent.Cli.Outputs;

namespace Notebooks.Tests.Lessons;

/// <summary>Compares what a cell showed in two runs.</summary>
internal static class OutputComparison
{
    private const int Context = 40;

    /// <summary>Where two runs differ in anything at all, in words; null when they agree.</summary>
    public static string? FirstDifference(IReadOnlyList<RecordedOutput> first, IReadOnlyList<RecordedOutput> second) =>
        FirstDifferenceInShape(first, second)
        ?? first.Zip(second).SelectMany(pair => Texts(pair.First).Zip(Texts(pair.Second))).Select(Difference).FirstOrDefault(text => text is not null);

    /// <summary>Where two runs differ in the kinds of their outputs; null when they agree.</summary>
    public static string? FirstDifferenceInShape(IReadOnlyList<RecordedOutput> first, IReadOnlyList<RecordedOutput> second)
    {
        var (firstShape, secondShape) = (Shape(first), Shape(second));
        return firstShape == secondShape ? null : $"the first run showed [{firstShape}], the second [{secondShape}]";
    }

    private static string Shape(IReadOnlyList<RecordedOutput> outputs) => string.Join("; ", outputs.Select(output => output switch
    {
        RecordedOutput.Stream stream => stream.Name,
        RecordedOutput.DisplayData display => $"display {Keys(display.Data)}",
        RecordedOutput.ExecuteResult result => $"result {Keys(result.Data)}",
        RecordedOutput.Error error => $"error {error.Name}",
        _ => throw new ArgumentException($"There is no such output: {output}", nameof(outputs)),
    }));

    private static IEnumerable<(string Name, string Text)> Texts(RecordedOutput output) => output switch
    {
        RecordedOutput.Stream stream => [(stream.Name, stream.Text)],
        RecordedOutput.DisplayData display => Sorted(display.Data),
        RecordedOutput.ExecuteResult result => Sorted(result.Data),
        RecordedOutput.Error error => [("message", error.Message), ("trace", string.Join('\n', error.Trace))],
        _ => [],
    };

    private static string? Difference(((string Name, string Text) First, (string Name, string Text) Second) pair)
    {
        var (first, second) = (pair.First.Text, pair.Second.Text);
        if (first == second)
            return null;
        var start = Math.Max(0, first.AsSpan().CommonPrefixLength(second) - Context);
        return $"{pair.First.Name} differs: \"…{Excerpt(first, start)}…\" in the first run, \"…{Excerpt(second, start)}…\" in the second";
    }

    private static string Excerpt(string text, int start) => text.Substring(start, Math.Min(2 * Context, text.Length - start));

    private static string Keys(IReadOnlyDictionary<string, string> data) => string.Join(", ", data.Keys.Order(StringComparer.Ordinal));

    private static IEnumerable<(string Name, string Text)> Sorted(IReadOnlyDictionary<string, string> data) =>
        data.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => (item.Key, item.Value));
}
