using System.Globalization;

namespace Descent.Scripting.Values;

/// <summary>Text of exceptions and objects whose own code may throw.</summary>
internal static class SafeText
{
    /// <summary>The type and the message.</summary>
    public static string Of(Exception exception) => $"{exception.GetType().FullName}: {MessageOf(exception)}";

    /// <summary>The message, or why there is none.</summary>
    public static string MessageOf(Exception exception) =>
        Try(() => exception.Message, static thrown => $"(its message cannot be shown: {thrown.GetType().FullName})");

    /// <summary>The stack trace; empty where there is none.</summary>
    public static string TraceOf(Exception exception) => Try(() => exception.StackTrace, static _ => "");

    /// <summary>A number, a date or a string, the same in every culture.</summary>
    public static string OfScalar(object value) =>
        value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";

    private static string Try(Func<string?> text, Func<Exception, string> instead)
    {
        try
        {
            return text() ?? "";
        }
#pragma warning disable CA1031 // It may be anything.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return instead(thrown);
        }
    }
}
