using Descent.Scripting.Output;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Cells;

/// <summary>A value that is on display, and can be replaced where it stands.</summary>
/// <remarks>A <see cref="DisplayedValue"/>, so that cells may name that type, as they do in other C# kernels.</remarks>
/// <example><code>
/// var progress = display("starting");
/// progress.Update("done");
/// </code></example>
public sealed class CellDisplay : DisplayedValue
{
    private readonly CellSink sink;
    private readonly string[] mimeTypes;

    internal CellDisplay(CellSink sink, string[] mimeTypes)
        : base(null, [])
    {
        this.sink = sink;
        this.mimeTypes = mimeTypes;
    }

    /// <summary>What is on display now.</summary>
    public new object? Value { get; private set; }

    /// <summary>Shows another value in place of the present one, from any thread, also after the cell has ended.</summary>
    /// <param name="value">The value to show from now on.</param>
    /// <exception cref="Exception">A lazy sequence in the value threw it. What came before it is shown.</exception>
    public new void Update(object? value) => Add(value, bundle => new CellOutput.DisplayUpdate(DisplayId, bundle));

    internal void Show(object? value) => Add(value, bundle => new CellOutput.Display(DisplayId, bundle));

    private void Add(object? value, Func<DisplayBundle, CellOutput> output)
    {
        Value = value;
        var shown = ValueFormatter.Format(value, mimeTypes);
        if (shown.HasPart || shown.Failure is null)
            sink.Add(output(shown.Bundle));
        shown.Failure?.Throw();
    }
}
