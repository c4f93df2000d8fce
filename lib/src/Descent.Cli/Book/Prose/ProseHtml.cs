using Descent.Cli.Book.Mathematics;
using Descent.Cli.Book.Outputs;
using Descent.Cli.Notebooks;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Descent.Cli.Book.Prose;

/// <summary>Turns a lesson's Markdown cells into HTML, one after the other, and gathers their headings.</summary>
/// <param name="notebook">The lesson.</param>
/// <param name="links">Knows where links lead in the book.</param>
internal sealed class ProseHtml(Notebook notebook, ProseLinks links)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseMathematics().DisableHtml().Build();

    private readonly Anchors anchors = new();
    private readonly List<Heading> headings = [];

    /// <summary>The headings of the cells so far.</summary>
    public IReadOnlyList<Heading> Headings => headings;

    public string Of(NotebookCell cell)
    {
        var document = Markdown.Parse(cell.Source, Pipeline);
        links.Rewrite(document, cell);
        MarkCaptions(document);
        try
        {
            foreach (var heading in document.Descendants<HeadingBlock>())
                AddHeading(heading);
            return Render(renderer => renderer.Render(document));
        }
        catch (FormulaException problem)
        {
            throw BookError.In(notebook, cell, $"a formula cannot be converted to MathML: {problem.Message}. {WhatToDo}");
        }
    }

    private const string WhatToDo =
        "Write it with the commands that lib/src/Descent.Cli/Book/Mathematics/FormulaSymbols.cs lists, or add the one that is missing there.";

    private void AddHeading(HeadingBlock block)
    {
        var words = string.Concat(block.Inline!.Descendants().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            _ => "",
        }));
        var anchor = anchors.For(words);
        block.GetAttributes().Id = anchor;
        headings.Add(new Heading(block.Level, anchor, Render(renderer => renderer.WriteLeafInline(block))));
    }

    private static void MarkCaptions(MarkdownDocument document)
    {
        foreach (var paragraph in document.Descendants<ParagraphBlock>())
        {
            if (paragraph.Inline?.FirstChild is EmphasisInline { FirstChild: LiteralInline words }
                && words.Content.AsSpan().StartsWith(FigureCaption.Beginning, StringComparison.Ordinal))
            {
                paragraph.GetAttributes().AddClass("caption");
            }
        }
    }

    private static string Render(Action<HtmlRenderer> write)
    {
        var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new InlineMathRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new BlockMathRenderer());
        write(renderer);
        return text.ToString();
    }
}
