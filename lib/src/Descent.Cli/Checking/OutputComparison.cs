using Descent.Cli.Figures;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;

namespace Descent.Cli.Checking;

/// <summary>
/// Compares what is saved of a cell with what it shows now: text exactly, figures number by number. Pictures of figures are not
/// compared, since fonts differ between machines: there must be one, drawn from the figure beside it.
/// </summary>
internal static class OutputComparison
{
    /// <summary>The first difference; null when there is none.</summary>
    /// <param name="cell">The cell. If it is tagged <c>varies</c>, only the kinds of its outputs must agree.</param>
    /// <param name="saved">Its outputs, as its notebook holds them.</param>
    /// <param name="now">Its outputs in a run, in the form in which they would be saved, without pictures of figures.</param>
    public static Difference? First(NotebookCell cell, IReadOnlyList<RecordedOutput> saved, IReadOnlyList<RecordedOutput> now)
    {
        var (savedKinds, nowKinds) = (Kinds(saved), Kinds(now));
        if (savedKinds != nowKinds)
            return new Difference("the kinds of its outputs", savedKinds, nowKinds);
        var varies = cell.Tags.Contains(NotebookCell.VariesTag);
        return saved.Zip(now)
            .Select((pair, index) => (varies ? null : InContent(pair.First, pair.Second, $"output {index + 1}")) ?? InPicture(pair.First, $"output {index + 1}"))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string Kinds(IReadOnlyList<RecordedOutput> outputs) => outputs.Count == 0 ? "nothing" : string.Join("; ", outputs.Select(Kind));

    private static string Kind(RecordedOutput output) => output switch
    {
        RecordedOutput.Stream stream => stream.Name,
        RecordedOutput.DisplayData display => $"display of {Forms(display)}",
        RecordedOutput.ExecuteResult result => $"value as {Forms(result)}",
        RecordedOutput.Error error => $"error {error.Name}",
        _ => throw new ArgumentException($"There is no such output: {output}", nameof(output)),
    };

    // A run shows figures, whose pictures are drawn when they are saved.
    private static string Forms(RecordedOutput.Bundle bundle)
    {
        var forms = bundle is { Figure: not null, PictureOf: null } ? bundle.Data.Keys.Append(MimeTypes.Png) : bundle.Data.Keys;
        return string.Join(", ", forms.Distinct().Order(StringComparer.Ordinal));
    }

    private static Difference? InContent(RecordedOutput saved, RecordedOutput now, string place) => (saved, now) switch
    {
        (RecordedOutput.Stream old, RecordedOutput.Stream current) => TextComparison.First(old.Text, current.Text, $"{place}, {old.Name}"),
        (RecordedOutput.Error old, RecordedOutput.Error current) => TextComparison.First(Text(old), Text(current), $"{place}, the error"),
        (RecordedOutput.Bundle old, RecordedOutput.Bundle current) => current.Data.OrderBy(form => form.Key, StringComparer.Ordinal)
            .Select(form => InForm(form.Key, old.Data[form.Key], form.Value, $"{place}, {form.Key}"))
            .FirstOrDefault(difference => difference is not null),
        _ => null,
    };

    private static string Text(RecordedOutput.Error error) => string.Join('\n', [error.Message, .. error.Trace]);

    private static Difference? InForm(string mimeType, string saved, string now, string place) => mimeType switch
    {
        _ when MimeTypes.IsJson(mimeType) => JsonComparison.First(saved, now, place),
        MimeTypes.Png => TextComparison.First(PictureContent.Of(saved), PictureContent.Of(now), place),
        _ => TextComparison.First(saved, now, place),
    };

    private static Difference? InPicture(RecordedOutput saved, string place) =>
        saved is RecordedOutput.Bundle { Figure: { } figure } bundle && bundle.PictureOf != FigureHash.Of(figure)
            ? new Difference($"{place}, {MimeTypes.Png}", "a picture of another figure", "a picture of the figure beside it")
            : null;
}
