namespace Descent.Scripting.Output;

/// <summary>An output on its way to a receiver, or a mark that tells how far delivery has got.</summary>
internal sealed class OutputEntry
{
    // A display weighs more than its text: hundreds of small ones a second are as much as front ends draw.
    private const int DisplayWeight = 4 * 1024;

    public OutputEntry(CellSink sink, CellOutput output)
    {
        Sink = sink;
        Output = output;
        Size = Text?.Length ?? DisplayWeight + Forms.Sum(form => form.Value.Length);
    }

    public OutputEntry(TaskCompletionSource reached) => Reached = reached;

    public CellSink? Sink { get; }

    public CellOutput? Output { get; }

    public TaskCompletionSource? Reached { get; }

    public int Size { get; }

    /// <summary>The entry that was added just before this one.</summary>
    public OutputEntry? Older { get; set; }

    public string? Text => Output switch
    {
        CellOutput.StandardOutput written => written.Text,
        CellOutput.StandardError written => written.Text,
        _ => null,
    };

    private IReadOnlyDictionary<string, string> Forms => Output switch
    {
        CellOutput.Display display => display.Bundle.Forms,
        CellOutput.DisplayUpdate update => update.Bundle.Forms,
        _ => new Dictionary<string, string>(),
    };

    public static List<OutputEntry> OldestFirst(OutputEntry? newest)
    {
        var entries = new List<OutputEntry>();
        for (var entry = newest; entry is not null; entry = entry.Older)
            entries.Add(entry);
        entries.Reverse();
        return entries;
    }

    /// <summary>Whether this is text that follows the other's on the same stream of the same cell.</summary>
    public bool Continues(OutputEntry other) =>
        Text is not null && Sink == other.Sink && Output!.GetType() == other.Output?.GetType();
}
