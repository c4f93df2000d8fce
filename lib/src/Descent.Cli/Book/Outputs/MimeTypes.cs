namespace Descent.Cli.Book.Outputs;

/// <summary>The forms of an output that the book shows, best first.</summary>
internal static class MimeTypes
{
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Png = "image/png";
    public const string Html = "text/html";
    public const string PlainText = "text/plain";
}
