namespace Descent.Scripting.Output;

/// <summary>Where one cell's outputs go. It outlives the cell, for work that the cell left in the background.</summary>
internal sealed class CellSink(OutputQueue queue, Action<CellOutput> receiver, Func<string?> readLine)
{
    private const int MostCharacters = 10_000_000;
    private const int MostDisplays = 10_000;

    private static readonly AsyncLocal<CellSink?> Ambient = new();

    /// <summary>The sink of the cell that the calling code belongs to, however many tasks and threads lie between.</summary>
    public static CellSink? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    private long characters;
    private int displays;

    public Action<CellOutput> Receiver => receiver;

    public string? ReadLine()
    {
        // What the cell has printed is the question, so it must stand there before the answer is asked for.
        queue.FlushAsync().GetAwaiter().GetResult();
        return readLine();
    }

    public void Add(CellOutput output)
    {
        if (output is CellOutput.Cleared)
            (characters, displays) = (0, 0);
        var shown = output is CellOutput.Display ? Interlocked.Increment(ref displays) : 0;
        if (shown <= MostDisplays)
            queue.Add(this, output);
        else if (shown == MostDisplays + 1)
            queue.Add(this, Notice($"This cell has shown {MostDisplays:N0} displays: what it shows from now on is left out. Update a display instead."));
    }

    /// <summary>Passes text on; what a cell prints without end is cut off, with a notice, before a notebook chokes on it.</summary>
    public void Write(string text, bool isError) =>
        Write(text, isError ? static text => new CellOutput.StandardError(text) : static text => new CellOutput.StandardOutput(text));

    /// <summary>Tells of work that the cell left behind and that has failed.</summary>
    public void WriteFailure(string text) => Write(text, static text => new CellOutput.BackgroundFailure(text));

    /// <summary>Whether what is written here comes out of that queue: whether the cell is one of its session's.</summary>
    public bool GoesTo(OutputQueue other) => other == queue;

    private void Write(string text, Func<string, CellOutput> form)
    {
        var before = Interlocked.Add(ref characters, text.Length) - text.Length;
        if (before > MostCharacters)
            return;
        var cut = before + text.Length > MostCharacters;
        if (cut)
            text = text[..(int)(MostCharacters - before)];
        queue.Add(this, form(text));
        if (cut)
            queue.Add(this, Notice($"This cell has printed {MostCharacters:N0} characters: the rest is left out. Write it to a file instead."));
    }

    private static CellOutput.StandardError Notice(FormattableString text) =>
        new($"{Environment.NewLine}{FormattableString.Invariant(text)}{Environment.NewLine}");
}
