using System.Text.Json;
using Descent.Scripting.Output;
using Microsoft.AspNetCore.Html;

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
        var displayed = New(value, mimeTypes);
        displayed.Show();
        return displayed;
    }

    /// <summary>A display of the cell that runs, still to be shown.</summary>
    internal static CellDisplay New(object? value, string[] mimeTypes) => new(
        CellSink.Current ?? throw new InvalidOperationException("display was called outside a cell, so there is nowhere to show the value."),
        mimeTypes,
        value);

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

    /// <summary>Marks text as HTML, so that it is shown as such.</summary>
    /// <param name="content">The HTML.</param>
    /// <returns>A value to be displayed.</returns>
    /// <example><code>
    /// HTML("&lt;b&gt;bold&lt;/b&gt;")
    /// </code></example>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Has the front end run JavaScript, if it runs any.</summary>
    /// <param name="scriptContent">The script, without a tag around it.</param>
    /// <exception cref="InvalidOperationException">No cell is running, nor has one started the calling work.</exception>
    /// <example><code>
    /// Javascript("console.log('here');");
    /// </code></example>
    public static void Javascript(string scriptContent) => display(HTML(SectionMarkup.Script(scriptContent)));

    /// <summary>Adds style rules to the page that shows the notebook.</summary>
    /// <param name="content">The rules.</param>
    /// <exception cref="InvalidOperationException">No cell is running, nor has one started the calling work.</exception>
    /// <example><code>
    /// CSS("h1 { color: darkgreen }");
    /// </code></example>
    public static void CSS(string content) =>
        Javascript($"document.head.appendChild(document.createElement('style')).textContent = {JsonSerializer.Serialize(content)};");
}
