using System.Runtime.CompilerServices;
using Descent.Scripting.Cells;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Output;

/// <summary>Shows below the cell what is displayed through the formatting library itself, which would print it: libraries that cells use do that.</summary>
internal static class LibraryDisplays
{
    // An update belongs where its value was first shown, whoever sends it.
    private static readonly ConditionalWeakTable<DisplayedValue, CellSink> Shown = [];

    private static readonly Lazy<IDisposable> Subscribed = new(static () => Formatter.SubscribeToDisplayedValues(Show));

    public static void Install() => _ = Subscribed.Value;

    private static void Show(DisplayedValue displayed)
    {
        if (displayed is CellDisplay own)
            own.Update(((DisplayedValue)own).Value);
        else if (Shown.TryGetValue(displayed, out var first))
            first.Add(new CellOutput.DisplayUpdate(displayed.DisplayId, Forms(displayed)));
        else if (CellSink.Current is { } sink)
            ShowFirst(displayed, sink);
        else
            Formatter.WriteToConsole(displayed);
    }

    // Also an update of what has not been shown: the library's own Display hands out another object than it shows.
    private static void ShowFirst(DisplayedValue displayed, CellSink sink)
    {
        Shown.Add(displayed, sink);
        sink.Add(new CellOutput.Display(displayed.DisplayId, Forms(displayed)));
    }

    private static DisplayBundle Forms(DisplayedValue displayed)
    {
        var forms = displayed.FormattedValues.ToDictionary(form => form.MimeType, form => form.Value);
        if (!forms.ContainsKey(PlainTextFormatter.MimeType))
            forms[PlainTextFormatter.MimeType] = ValueFormatter.Format(displayed.Value, [PlainTextFormatter.MimeType]).Bundle.PlainText;
        return new DisplayBundle(forms);
    }
}
