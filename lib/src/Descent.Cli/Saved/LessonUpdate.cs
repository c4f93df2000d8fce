using Descent.Cli.Checking;
using Descent.Cli.Figures;
using Descent.Cli.Outputs;
using Descent.Cli.Running;

namespace Descent.Cli.Saved;

/// <summary>
/// What a notebook is to hold after a run. A cell that shows what is saved already keeps it to the last byte, picture included: only
/// what has changed is drawn and written anew.
/// </summary>
internal sealed class LessonUpdate
{
    private readonly SavedLesson saved;
    private readonly Dictionary<int, SavedCell> cells;
    private readonly Dictionary<string, string> pictures;

    public LessonUpdate(SavedLesson saved, LessonResult result)
    {
        this.saved = saved;
        var counts = result.Cells.Select((run, index) => (run.Cell.Number, Count: index + 1)).ToDictionary(item => item.Number, item => item.Count);
        var shown = result.Cells.ToDictionary(run => run.Cell.Number, run => SavedForm.Of(run.Outputs));
        cells = saved.Cells.Keys.ToDictionary(
            number => number,
            number => shown.TryGetValue(number, out var now) ? new SavedCell(counts[number], Newer(number, now)) : SavedCell.NeverRun);
        pictures = Bundles(saved.Cells.Values)
            .Where(bundle => bundle is { PictureOf: not null, Figure: not null } && bundle.Data.ContainsKey(MimeTypes.Png))
            .GroupBy(bundle => bundle.PictureOf!)
            .ToDictionary(group => group.Key, group => group.First().Data[MimeTypes.Png]);
    }

    /// <summary>The figures of which there is no picture yet, each once.</summary>
    public IEnumerable<UndrawnFigure> Undrawn => cells.OrderBy(item => item.Key)
        .SelectMany(item => Bundles([item.Value]).Select(bundle => (Cell: item.Key, bundle.Figure)))
        .Where(item => item.Figure is { } figure && !pictures.ContainsKey(FigureHash.Of(figure)))
        .DistinctBy(item => item.Figure)
        .Select(item => new UndrawnFigure($"{saved.Notebook.Label}, cell {item.Cell}", item.Figure!));

    public void AddPicture(string figure, byte[] png) => pictures[FigureHash.Of(figure)] = Convert.ToBase64String(png);

    /// <summary>The lesson as it is to be saved, once every figure has its picture.</summary>
    public SavedLesson ToSavedLesson() => saved with
    {
        Cells = cells.ToDictionary(item => item.Key, item => item.Value with { Outputs = [.. item.Value.Outputs.Select(WithPicture)] }),
    };

    private static IEnumerable<RecordedOutput.Bundle> Bundles(IEnumerable<SavedCell> cells) =>
        cells.SelectMany(cell => cell.Outputs).OfType<RecordedOutput.Bundle>();

    private IReadOnlyList<RecordedOutput> Newer(int number, IReadOnlyList<RecordedOutput> now)
    {
        var old = saved.Cells[number].Outputs;
        return OutputComparison.First(saved.Notebook.Cells[number - 1], old, now) is null ? old : now;
    }

    private RecordedOutput WithPicture(RecordedOutput output)
    {
        if (output is not RecordedOutput.Bundle { Figure: { } figure } bundle)
            return output;
        var hash = FigureHash.Of(figure);
        return bundle with { Data = new Dictionary<string, string>(bundle.Data) { [MimeTypes.Png] = pictures[hash] }, PictureOf = hash };
    }
}
