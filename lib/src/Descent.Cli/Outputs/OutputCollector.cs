using System.Text;

namespace Descent.Cli.Outputs;

/// <summary>Gathers a lesson's outputs cell by cell: joins writes to the same stream, and lets an update replace what it updates.</summary>
internal sealed class OutputCollector
{
    private readonly Dictionary<int, List<Slot>> slotsByCell = [];
    private readonly Dictionary<string, List<Slot>> slotsByDisplay = new(StringComparer.Ordinal);

    public void Write(int cell, string streamName, string text)
    {
        var slots = SlotsOf(cell);
        if (slots.Count == 0 || slots[^1].StreamName != streamName)
            slots.Add(new Slot { StreamName = streamName });
        slots[^1].Text.Append(text);
    }

    public void Display(int cell, string? displayId, IReadOnlyDictionary<string, string> data)
    {
        var slot = new Slot { Output = new RecordedOutput.DisplayData(data) };
        SlotsOf(cell).Add(slot);
        if (displayId is null)
            return;
        if (!slotsByDisplay.TryGetValue(displayId, out var shown))
            slotsByDisplay[displayId] = shown = [];
        shown.Add(slot);
    }

    /// <summary>Replaces a display wherever it is shown, which may be in an earlier cell.</summary>
    public void Update(string displayId, IReadOnlyDictionary<string, string> data)
    {
        foreach (var slot in slotsByDisplay.GetValueOrDefault(displayId, []))
            slot.Output = new RecordedOutput.DisplayData(data);
    }

    public void Clear(int cell) => slotsByCell.Remove(cell);

    public void Add(int cell, RecordedOutput output) => SlotsOf(cell).Add(new Slot { Output = output });

    public IReadOnlyList<RecordedOutput> OutputsOf(int cell) =>
        [.. slotsByCell.GetValueOrDefault(cell, []).Select(slot => slot.Finish())];

    private List<Slot> SlotsOf(int cell)
    {
        if (!slotsByCell.TryGetValue(cell, out var slots))
            slotsByCell[cell] = slots = [];
        return slots;
    }

    private sealed class Slot
    {
        public string? StreamName { get; init; }

        public StringBuilder Text { get; } = new();

        public RecordedOutput? Output { get; set; }

        public RecordedOutput Finish() => Output ?? new RecordedOutput.Stream(StreamName!, Text.ToString());
    }
}
