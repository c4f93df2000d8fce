using Descent.Scripting.Output;

namespace Descent.Scripting.Cells;

/// <summary>A value that is on display, and can be replaced where it stands.</summary>
/// <example><code>
/// var progress = display("starting");
/// progress.Update("done");
/// </code></example>
public sealed class DisplayedValue
{
    private readonly CellSink sink;
    private readonly string[] mimeTypes;

    internal DisplayedValue(CellSink sink, string[] mimeTypes)
    {
        this.sink = sink;
        this.mimeTypes = mimeTypes;
    }

    /// <summary>Names this display in the outputs of its cell.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Shows another value in place of the present one, from any thread, also after the cell has ended.</summary>
    /// <param name="value">The value to show from now on.</param>
    /// <exception cref="Exception">A lazy sequence in the value threw it. What came before it is shown.</exception>
    public void Update(object? value) => Add(value, bundle => new CellOutput.DisplayUpdate(DisplayId, bundle));

    internal void Show(object? value) => Add(value, bundle => new CellOutput.Display(DisplayId, bundle));

    private void Add(object? value, Func<DisplayBundle, CellOutput> output)
    {
        var shown = ValueFormatter.Format(value, mimeTypes);
        if (shown.HasPart || shown.Failure is null)
            sink.Add(output(shown.Bundle));
        shown.Failure?.Throw();
    }
}
