using System.Text.RegularExpressions;

namespace Descent.Cli.Book.Pages;

/// <summary>What every page of the book has around its content.</summary>
internal static partial class PageTemplate
{
    public const string BookTitle = "Descent: how neural networks learn";

    // Nothing may come from elsewhere. plotly.js writes its own styles and compiles the functions that draw surfaces.
    private const string Policy =
        "default-src 'none'; script-src 'self' file: 'unsafe-eval'; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data: blob:";

    /// <param name="title">The page's title, as HTML.</param>
    /// <param name="navigation">What stands beside the content.</param>
    /// <param name="content">The content.</param>
    /// <param name="hasCharts">Whether the page needs plotly.js.</param>
    public static string Html(string title, string navigation, string content, bool hasCharts) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Words(title)}</title>
        <link rel="stylesheet" href="assets/book.css">
        {(hasCharts ? "<script defer src=\"assets/plotly.min.js\"></script>\n" : "")}<script defer src="assets/book.js"></script>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header><a href="{BookFolder.FirstPage}">{BookTitle}</a></header>
        {navigation}<main id="content" tabindex="-1">
        {content}</main>
        </body>
        </html>

        """;

    /// <summary>HTML without its tags, for places that take text only.</summary>
    public static string Words(string html) => Tag().Replace(html, "");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
