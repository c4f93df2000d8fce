using System.Net;
using System.Text.RegularExpressions;

namespace Descent.Cli.Book.Outputs;

/// <summary>Text as a cell printed it, without the colours of a terminal.</summary>
internal static partial class TextHtml
{
    public static string Of(string text, string classes) => string.IsNullOrWhiteSpace(text)
        ? ""
        : $"<pre class=\"{classes}\" tabindex=\"0\">{WebUtility.HtmlEncode(TerminalCode().Replace(text, "").ReplaceLineEndings("\n").TrimEnd('\n'))}</pre>";

    [GeneratedRegex(@"\e\[[0-9;]*[A-Za-z]")]
    private static partial Regex TerminalCode();
}
