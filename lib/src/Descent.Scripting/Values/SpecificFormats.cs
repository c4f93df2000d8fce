using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Values;

/// <summary>Asks the formatting library whether somebody has said how values of a type look: the learner, the course, or the library itself.</summary>
internal sealed class SpecificFormats(Showing showing)
{
    private readonly Dictionary<(Type Type, string MimeType), bool> unlimited = [];

    /// <summary>Has the value written by the formatter for its type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeType">The form.</param>
    /// <param name="isRoot">Whether it stands alone: then the styles that it needs come with it.</param>
    /// <param name="isFramework">Whether its type comes with the runtime.</param>
    /// <returns>The text; null when there is no such formatter.</returns>
    public string? Write(object value, string mimeType, bool isRoot, bool isFramework) => IsUnlimited(value.GetType(), mimeType, isFramework)
        ? showing.Timed(isCounted: false, () => Write(value, mimeType, isRoot))
        : Write(value, mimeType, isRoot);

    /// <summary>Whether whoever wrote the formatter knows how long it takes: the first chart of a session may need seconds.</summary>
    public bool IsUnlimited(Type type, string mimeType, bool isFramework)
    {
        if (!isFramework)
            return true;
        if (!unlimited.TryGetValue((type, mimeType), out var isUnlimited))
        {
            isUnlimited = AreRegistered(type, mimeType);
            unlimited[(type, mimeType)] = isUnlimited;
        }

        return isUnlimited;
    }

    /// <summary>Whether somebody has said how values of the type, and not only whatever there is, look in the form.</summary>
    public static bool AreRegistered(Type type, string mimeType) => Formatter.RegisteredFormatters(includeDefaults: false).Any(formatter =>
        formatter.MimeType == mimeType && formatter.Type != typeof(object) && formatter.Type.IsAssignableFrom(type));

    private string? Write(object value, string mimeType, bool isRoot)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var context = new FormatContext(writer);
        var outer = showing.Probe;
        showing.Probe = (context, value);
        try
        {
            Formatter.GetPreferredFormatterFor(value.GetType(), mimeType).Format(value, context);
            // It is taken away by the formatter for everything else.
            if (showing.Probe is null)
                return null;
        }
        finally
        {
            showing.Probe = outer;
        }

        if (isRoot)
            context.Dispose();
        return writer.ToString();
    }
}
