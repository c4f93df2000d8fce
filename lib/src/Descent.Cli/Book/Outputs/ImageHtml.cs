using System.Net;

namespace Descent.Cli.Book.Outputs;

/// <summary>A picture, inside the page itself.</summary>
internal static class ImageHtml
{
    public static string Of(string base64, string alternative) =>
        $"<figure><img src=\"data:image/png;base64,{WebUtility.HtmlEncode(string.Concat(base64.Where(character => !char.IsWhiteSpace(character))))}\""
        + $" alt=\"{WebUtility.HtmlEncode(alternative)}\"></figure>";
}
