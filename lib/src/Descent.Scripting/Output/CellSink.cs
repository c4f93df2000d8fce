namespace Descent.Scripting.Output;

/// <summary>Where one cell's outputs go. It outlives the cell, for work that the cell left in the background.</summary>
internal sealed class CellSink(OutputQueue queue, Action<CellOutput> receiver, Func<string?> readLine)
{
    private static readonly AsyncLocal<CellSink?> Ambient = new();

    /// <summary>The sink of the cell that the calling code belongs to, however many tasks and threads lie between.</summary>
    public static CellSink? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public Action<CellOutput> Receiver => receiver;

    public string? ReadLine()
    {
        // What the cell has printed is the question, so it must stand there before the answer is asked for.
        queue.FlushAsync().GetAwaiter().GetResult();
        return readLine();
    }

    public void Add(CellOutput output) => queue.Add(this, output);

    public void Write(string text, bool isError) =>
        queue.Add(this, isError ? new CellOutput.StandardError(text) : new CellOutput.StandardOutput(text));
}
