using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Output;

/// <summary>Turns a value into every form that its formatters prefer, and plain text besides.</summary>
internal static class ValueFormatter
{
    private const string PlainText = "text/plain";
    private const int LongestText = 10_000_000;

    public static DisplayBundle Format(object? value, IReadOnlyCollection<string> wanted)
    {
        var type = value?.GetType() ?? typeof(object);
        var mimeTypes = wanted.Count > 0 ? wanted : Formatter.GetPreferredMimeTypesFor(type);
        var forms = new Dictionary<string, string>();
        foreach (var mimeType in mimeTypes.Append(PlainText).Distinct())
        {
            if (Format(value, type, mimeType) is { } form)
                forms[mimeType] = form;
        }

        return new DisplayBundle(forms);
    }

    private static string? Format(object? value, Type type, string mimeType)
    {
        try
        {
            return value is string text && mimeType == PlainText ? Cut(text) : value.ToDisplayString(mimeType);
        }
#pragma warning disable CA1031 // A formatter that fails must not cost the learner the value, nor the other forms.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return mimeType == PlainText
                ? $"{type} (cannot be shown: {exception.GetType().FullName}: {exception.Message})"
                : null;
        }
    }

    // More than that no notebook can show.
    private static string Cut(string text) => text.Length <= LongestText
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, LongestText)}… ({text.Length:N0} characters, of which the first {LongestText:N0} are shown)");
}
