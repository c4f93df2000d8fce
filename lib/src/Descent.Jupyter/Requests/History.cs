namespace Descent.Jupyter.Requests;

/// <summary>A cell that has run.</summary>
internal sealed record HistoryEntry(int Line, string Input, string? Output);

/// <summary>The cells that have run in this session.</summary>
internal sealed class History
{
    private readonly List<HistoryEntry> entries = [];

    public IReadOnlyList<HistoryEntry> Entries => entries;

    public void Add(HistoryEntry entry) => entries.Add(entry);
}
