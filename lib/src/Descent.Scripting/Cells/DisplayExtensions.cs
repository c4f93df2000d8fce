namespace Descent.Scripting.Cells;

/// <summary>What every cell can call on any value without a <c>using</c>.</summary>
public static class DisplayExtensions
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

    // The formatting library has a Display of objects as well, whose result cannot be updated: for them the compiler prefers those without an array.

    /// <inheritdoc cref="Display{T}(T, string[])"/>
    public static CellDisplay Display(this object? value) => DisplayHelpers.display(value);

    /// <inheritdoc cref="Display{T}(T, string[])"/>
    /// <param name="value">The value; formatters registered for its type decide how it looks.</param>
    /// <param name="mimeType">The form wanted.</param>
    public static CellDisplay Display(this object? value, string mimeType) => DisplayHelpers.display(value, mimeType);
}
