using Descent.Cli.Book.Mathematics;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Descent.Cli.Book.Prose;

/// <summary>Writes the formulas of running text as MathML: <c>$…$</c>, and <c>$$…$$</c> within a paragraph.</summary>
internal sealed class InlineMathRenderer : HtmlObjectRenderer<MathInline>
{
    private const string Punctuation = ".,:;?!)";
    private const char WordJoiner = '\u2060';

    protected override void Write(HtmlRenderer renderer, MathInline formula)
    {
        renderer.Write(Formula.ToMathMl(formula.Content.ToString(), display: formula.DelimiterCount > 1));
        // A browser would let a line begin with the full stop after a formula.
        if (formula.NextSibling is LiteralInline { Content: { IsEmpty: false } next } && Punctuation.Contains(next.CurrentChar))
            renderer.Write(WordJoiner);
    }
}

/// <summary>Writes formulas between lines of <c>$$</c> as MathML.</summary>
internal sealed class BlockMathRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock formula) => renderer
        .Write("<div class=\"formula\" tabindex=\"0\">")
        .Write(Formula.ToMathMl(formula.Lines.ToString(), display: true))
        .WriteLine("</div>");
}
