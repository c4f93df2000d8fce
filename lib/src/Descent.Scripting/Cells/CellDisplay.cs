using Descent.Scripting.Output;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Cells;

/// <summary>A value that is on display, and can be replaced where it stands.</summary>
/// <example><code>
/// var progress = display("starting");
/// progress.Update("done");
/// </code></example>
public sealed class CellDisplay : DisplayedValue
{
    private readonly CellSink sink;
    private readonly string[] mimeTypes;

    internal CellDisplay(CellSink sink, string[] mimeTypes, object? value)
        : base(value, [.. mimeTypes.Select(mimeType => new FormattedValue(mimeType, ""))])
    {
        this.sink = sink;
        this.mimeTypes = mimeTypes;
        Value = value;
    }

    /// <summary>What is on display now.</summary>
    public new object? Value { get; private set; }

    /// <summary>Shows another value in place of the present one, from any thread, also after the cell has ended.</summary>
    /// <param name="value">The value to show from now on.</param>
    /// <exception cref="Exception">A lazy sequence in the value threw it. What came before it is shown.</exception>
    // The library's own formats before anybody can limit that; called through its type, it comes here by way of LibraryDisplays.
    public new void Update(object? value) => Add(value, bundle => new CellOutput.DisplayUpdate(DisplayId, bundle));

    internal void Show() => Add(Value, bundle => new CellOutput.Display(DisplayId, bundle));

    /// <summary>Shows text that is in the wanted form already.</summary>
    internal void ShowAsWritten(string text, string mimeType) => sink.Add(new CellOutput.Display(
        DisplayId, new DisplayBundle(new Dictionary<string, string> { [mimeType] = text, [PlainTextFormatter.MimeType] = text })));

    private void Add(object? value, Func<DisplayBundle, CellOutput> output)
    {
        Value = value;
        var shown = ValueFormatter.Format(value, mimeTypes);
        if (shown.HasPart || shown.Failure is null)
            sink.Add(output(shown.Bundle));
        shown.Failure?.Throw();
    }
}
