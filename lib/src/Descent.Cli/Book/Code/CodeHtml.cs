using System.Net;
using ColorCode;
using ColorCode.Styling;

namespace Descent.Cli.Book.Code;

/// <summary>C# with its keywords, strings and comments marked by class, so that each theme can colour them.</summary>
internal static class CodeHtml
{
    /// <summary>The code, in a region that the keyboard can scroll; <paramref name="label"/> says what it is.</summary>
    public static string Of(string source, string label) =>
        $"<div class=\"code\" tabindex=\"0\" role=\"region\" aria-label=\"{WebUtility.HtmlEncode(label)}\">{Highlight(source)}</div>";

    private static string Highlight(string source) =>
        new HtmlClassFormatter(StyleDictionary.DefaultLight).GetHtmlString(source.ReplaceLineEndings("\n").TrimEnd('\n'), Languages.CSharp);
}
