using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Notebooks.Tests.Formatting;

/// <summary>Formats a value as a front end is given it.</summary>
internal static class Bundle
{
    public static IReadOnlyList<string> MimeTypes(object value) => [.. Formatter.GetPreferredMimeTypesFor(value.GetType())];

    public static string Html(object value) => value.ToDisplayString("text/html");

    public static string Plain(object value) => value.ToDisplayString("text/plain");
}
