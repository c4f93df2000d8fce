using Descent.Cli.Book.Mathematics;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Descent.Cli.Book.Prose;

/// <summary>Writes the formulas of running text as MathML: <c>$…$</c>, and <c>$$…$$</c> within a paragraph.</summary>
internal sealed class InlineMathRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline formula) =>
        renderer.Write(Formula.ToMathMl(formula.Content.ToString(), display: formula.DelimiterCount > 1));
}

/// <summary>Writes formulas between lines of <c>$$</c> as MathML.</summary>
internal sealed class BlockMathRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock formula) => renderer
        .Write("<div class=\"formula\" tabindex=\"0\">")
        .Write(Formula.ToMathMl(formula.Lines.ToString(), display: true))
        .WriteLine("</div>");
}
