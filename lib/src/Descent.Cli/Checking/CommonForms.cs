using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;

namespace Descent.Cli.Checking;

/// <summary>
/// Compares what is saved of a cell with what it shows in another engine. Engines give a value different forms: those that it has in both
/// must agree, and a value that has none in common differs, as does a figure that is none in the other. Of an error its name and its message
/// must agree, since its trace names the engine's own methods.
/// </summary>
internal static class CommonForms
{
    /// <summary>The first difference; null when there is none. The parameters are those of <see cref="OutputComparison.First"/>.</summary>
    public static Difference? FirstDifference(NotebookCell cell, IReadOnlyList<RecordedOutput> saved, IReadOnlyList<RecordedOutput> now)
    {
        if (saved.Count != now.Count)
            return OutputComparison.First(cell, saved, now);
        var pairs = saved.Zip(now, Restrict).ToList();
        return saved.Zip(now).Select((pair, index) => InForms(pair.First, pair.Second, $"output {index + 1}")).FirstOrDefault(difference => difference is not null)
            ?? OutputComparison.First(cell, [.. pairs.Select(pair => pair.Saved)], [.. pairs.Select(pair => pair.Now)]);
    }

    private static (RecordedOutput Saved, RecordedOutput Now) Restrict(RecordedOutput saved, RecordedOutput now) => (saved, now) switch
    {
        (RecordedOutput.Bundle old, RecordedOutput.Bundle current) => (
            old with { Data = Only(old.Data, form => current.Data.ContainsKey(form) || IsPictureOfFigure(form, old, current)) },
            current with { Data = Only(current.Data, old.Data.ContainsKey) }),
        (RecordedOutput.Error old, RecordedOutput.Error current) => (old with { Trace = [] }, current with { Trace = [] }),
        _ => (saved, now),
    };

    // It was drawn from the figure when the notebook was saved; no engine shows it.
    private static bool IsPictureOfFigure(string form, RecordedOutput.Bundle saved, RecordedOutput.Bundle now) =>
        form == MimeTypes.Png && saved.PictureOf is not null && now.Figure is not null;

    private static Dictionary<string, string> Only(IReadOnlyDictionary<string, string> data, Func<string, bool> isKept) =>
        data.Where(form => isKept(form.Key)).ToDictionary(form => form.Key, form => form.Value);

    private static Difference? InForms(RecordedOutput saved, RecordedOutput now, string place) =>
        (saved, now) is (RecordedOutput.Bundle old, RecordedOutput.Bundle current)
        && (!old.Data.Keys.Intersect(current.Data.Keys).Any() || (old.Figure is null) != (current.Figure is null))
            ? new Difference($"the forms of {place}", Names(old), Names(current))
            : null;

    private static string Names(RecordedOutput.Bundle bundle) => string.Join(", ", bundle.Data.Keys.Order(StringComparer.Ordinal));
}
