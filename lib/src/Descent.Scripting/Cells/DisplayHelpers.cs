using Descent.Scripting.Output;

namespace Descent.Scripting.Cells;

/// <summary>What every cell can call without a <c>using</c>.</summary>
public static class DisplayHelpers
{
    /// <summary>Shows a value below the cell, at once.</summary>
    /// <param name="value">The value; formatters registered for its type decide how it looks.</param>
    /// <param name="mimeTypes">The forms wanted; by default those preferred for the value's type.</param>
    /// <returns>A handle with which the value can be replaced.</returns>
    /// <exception cref="InvalidOperationException">No cell is running, nor has one started the calling work.</exception>
#pragma warning disable IDE1006 // Notebooks spell it in lower case, as every C# kernel does.
    public static CellDisplay display(object? value, params string[] mimeTypes)
#pragma warning restore IDE1006
    {
        ArgumentNullException.ThrowIfNull(mimeTypes);
        var sink = CellSink.Current
            ?? throw new InvalidOperationException("display was called outside a cell, so there is nowhere to show the value.");
        var displayed = new CellDisplay(sink, mimeTypes);
        displayed.Show(value);
        return displayed;
    }

    /// <summary>Removes what the cell has shown so far. Only this kernel knows it: a lesson replaces a display instead.</summary>
    /// <param name="wait">Whether to wait for the next output, so that nothing flickers.</param>
    /// <exception cref="InvalidOperationException">No cell is running, nor has one started the calling work.</exception>
#pragma warning disable IDE1006 // As above.
    public static void clearOutput(bool wait = false)
#pragma warning restore IDE1006
    {
        var sink = CellSink.Current
            ?? throw new InvalidOperationException("clearOutput was called outside a cell, so there is nothing to clear.");
        sink.Add(new CellOutput.Cleared(wait));
    }
}
