using System.Runtime.CompilerServices;
using Descent.Scripting.Cells;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Output;

/// <summary>
/// Shows below the cell what is displayed through the formatting library itself, as libraries do that were written for any C# kernel; without
/// a listener the library would print it.
/// </summary>
internal static class LibraryDisplays
{
    // An update belongs where its value was first shown, whoever sends it.
    private static readonly ConditionalWeakTable<DisplayedValue, CellSink> Shown = [];

    private static readonly Lazy<IDisposable> Heard = new(() => Formatter.SubscribeToDisplayedValues(Show));

    public static void Install() => _ = Heard.Value;

    private static void Show(DisplayedValue displayed)
    {
        // Updated through the library's type: the library has formatted it without the limits that cells have.
        if (displayed is CellDisplay own)
            own.Update(((DisplayedValue)own).Value);
        else if (Shown.TryGetValue(displayed, out var first))
            first.Add(new CellOutput.DisplayUpdate(displayed.DisplayId, Forms(displayed)));
        else if (CellSink.Current is { } sink)
            ShowFirst(displayed, sink);
        else
            Formatter.WriteToConsole(displayed);
    }

    // Also an update of what has not been shown: the library's Display hands out another object than it shows.
    private static void ShowFirst(DisplayedValue displayed, CellSink sink)
    {
        Shown.Add(displayed, sink);
        sink.Add(new CellOutput.Display(displayed.DisplayId, Forms(displayed)));
    }

    private static DisplayBundle Forms(DisplayedValue displayed)
    {
        var forms = new Dictionary<string, string>();
        foreach (var form in displayed.FormattedValues.Where(form => !form.SuppressDisplay))
            forms[form.MimeType] = form.Value;
        forms.TryAdd(PlainTextFormatter.MimeType, displayed.Value.ToDisplayString(PlainTextFormatter.MimeType));
        return new DisplayBundle(forms);
    }
}
