using Descent.Scripting.Compilation;
using Markdig;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Output;

/// <summary>What is shown of a part of a cell that is not C#: HTML, as .NET Interactive shows it, and beside it what the learner wrote.</summary>
internal static class SectionMarkup
{
    /// <summary>A script as an element of a page.</summary>
    public static string Script(string code) => $"<script type=\"text/javascript\">{code}</script>";

    public static DisplayBundle Of(CellSection section) => new(new Dictionary<string, string>
    {
        [HtmlFormatter.MimeType] = section.Language switch
        {
            CellLanguage.Markdown => MarkdownHtml.Of(section.Text),
            CellLanguage.JavaScript => Script(section.Text),
            _ => section.Text,
        },
        [PlainTextFormatter.MimeType] = section.Text,
    });

    // Apart, so that the library is loaded for the first Markdown only.
    private static class MarkdownHtml
    {
        private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseMathematics().UseAdvancedExtensions().Build();

        public static string Of(string text) => Markdown.ToHtml(text, Pipeline);
    }
}
