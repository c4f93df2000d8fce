using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Notebooks;

/// <summary>Registers a type with the formatting library.</summary>
internal static class Formats
{
    public const string PlainText = "text/plain";
    public const string Html = "text/html";
    public const string PngImage = "image/png";
    public const string PlotlyFigure = "application/vnd.plotly.v1+json";

    /// <summary>Registers one function per mime type; a front end gets all of them and picks what it draws best.</summary>
    public static void Register<T>(params ReadOnlySpan<(string MimeType, Func<T, string> Format)> formats)
    {
        var mimeTypes = new string[formats.Length];
        for (var index = 0; index < formats.Length; index++)
        {
            var (mimeType, format) = formats[index];
            Formatter.Register<T>((value, writer) => writer.Write(format(value)), mimeType);
            mimeTypes[index] = mimeType;
        }
        Formatter.SetPreferredMimeTypesFor(typeof(T), mimeTypes);
    }
}
