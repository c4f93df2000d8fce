namespace Descent.Cli.Outputs;

/// <summary>The forms of an output that the command knows by name.</summary>
internal static class MimeTypes
{
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Png = "image/png";
    public const string Html = "text/html";
    public const string PlainText = "text/plain";

    /// <summary>Whether nbformat holds such data as JSON; everything else is text.</summary>
    public static bool IsJson(string mimeType) => mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
}
