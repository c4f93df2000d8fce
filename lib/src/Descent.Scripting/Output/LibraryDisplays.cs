using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Output;

/// <summary>Shows below the cell what is displayed through the formatting library itself, which would print it: libraries that cells use do that.</summary>
internal static class LibraryDisplays
{
    private static readonly Lazy<IDisposable> Subscribed = new(static () => Formatter.SubscribeToDisplayedValues(Show));

    private static readonly FieldInfo? Receivers = typeof(Formatter).GetField("OnFormatterEvent", BindingFlags.Static | BindingFlags.NonPublic);

    /// <summary>To be called before each cell.</summary>
    public static void Install()
    {
        _ = Subscribed.Value;
        // .NET Interactive's own kernel, which comes into the process with some packages, prints what is displayed while it runs no cell.
        if (Receivers?.GetValue(null) is not Action<DisplayedValue> receivers)
            return;
        foreach (var other in receivers.GetInvocationList().Where(static receiver => receiver.Method.DeclaringType?.FullName == "Microsoft.DotNet.Interactive.Kernel"))
            Receivers.SetValue(null, Delegate.Remove((Delegate?)Receivers.GetValue(null), other));
    }

    private static void Show(DisplayedValue displayed)
    {
        if (CellSink.Current is not { } sink)
        {
            Formatter.WriteToConsole(displayed);
            return;
        }

        var forms = displayed.FormattedValues.ToDictionary(form => form.MimeType, form => form.Value);
        if (!forms.ContainsKey(PlainTextFormatter.MimeType))
            forms[PlainTextFormatter.MimeType] = ValueFormatter.Format(displayed.Value, [PlainTextFormatter.MimeType]).Bundle.PlainText;
        var bundle = new DisplayBundle(forms);
        sink.Add(displayed.IsUpdated ? new CellOutput.DisplayUpdate(displayed.DisplayId, bundle) : new CellOutput.Display(displayed.DisplayId, bundle));
    }
}
