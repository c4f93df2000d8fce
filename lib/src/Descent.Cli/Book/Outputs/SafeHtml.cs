using Ganss.Xss;

namespace Descent.Cli.Book.Outputs;

/// <summary>Markup that a value's formatter wrote, without scripts and without anything that loads from elsewhere.</summary>
internal static class SafeHtml
{
    private static readonly HtmlSanitizer Sanitizer = Create();

    public static string Of(string html) => Sanitizer.Sanitize(html).Trim();

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer();
        // Pictures may stand in the page itself; every other address would leave it.
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.Add("data");
        sanitizer.FilterUrl += (_, address) =>
        {
            if (!address.OriginalUrl.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
                address.SanitizedUrl = null;
        };
        return sanitizer;
    }
}
