using Descent.Scripting.Cells;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

/// <summary>What every cell can call on any value without a <c>using</c>.</summary>
#pragma warning disable CA1050 // In no namespace, so that the compiler prefers it to what the formatting library has of the same names.
public static class DisplayExtensions
#pragma warning restore CA1050
{
    /// <summary>Shows the value below the cell, at once.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; formatters registered for its type decide how it looks.</param>
    /// <param name="mimeTypes">The forms wanted; by default those preferred for the value's type.</param>
    /// <returns>A handle with which the value can be replaced.</returns>
    /// <exception cref="InvalidOperationException">No cell is running, nor has one started the calling work.</exception>
    /// <example><code>
    /// Enumerable.Range(1, 3).Display();
    /// </code></example>
    public static CellDisplay Display<T>(this T value, params string[] mimeTypes) => DisplayHelpers.display(value, mimeTypes);

    /// <summary>Shows text as what it is written in, at once.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its form, such as <c>text/markdown</c>.</param>
    /// <returns>A handle with which the display can be replaced.</returns>
    /// <exception cref="InvalidOperationException">No cell is running, nor has one started the calling work.</exception>
    /// <example><code>
    /// "a *word*".DisplayAs("text/markdown");
    /// </code></example>
    public static CellDisplay DisplayAs(this string value, string mimeType)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        var displayed = DisplayHelpers.New(value, [mimeType]);
        displayed.ShowAsWritten(value, mimeType);
        return displayed;
    }

    /// <summary>Shows a sequence as a table: a row for each element, a column for each of its properties.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="value">The elements, all of which are shown.</param>
    /// <param name="mimeTypes">The forms wanted; by default those preferred for a table.</param>
    /// <returns>A handle with which the table can be replaced.</returns>
    /// <exception cref="InvalidOperationException">No cell is running, nor has one started the calling work.</exception>
    /// <example><code>
    /// new[] { new { Rate = 0.1, Loss = 0.4 }, new { Rate = 1.0, Loss = 0.2 } }.DisplayTable();
    /// </code></example>
    public static CellDisplay DisplayTable<T>(this IEnumerable<T> value, params string[] mimeTypes) =>
        value is null ? DisplayHelpers.display(null, mimeTypes) : DisplayHelpers.display(value.ToTabularDataResource(), mimeTypes);
}
