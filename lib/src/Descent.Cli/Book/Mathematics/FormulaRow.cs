using System.Xml.Linq;

namespace Descent.Cli.Book.Mathematics;

/// <summary>Puts atoms side by side, with the space and the role that their neighbours give them.</summary>
internal sealed class FormulaRow
{
    private const string ThinSpace = "0.1667em";

    private readonly List<XElement> elements = [];
    private readonly HashSet<string> openBars = [];
    private AtomKind last = AtomKind.Space;

    public IReadOnlyList<XElement> Elements => elements;

    public void Add(FormulaAtom atom)
    {
        var kind = atom.Kind == AtomKind.Bar ? TurnBar(atom.Element) : atom.Kind;
        if (NeedsThinSpace(kind))
            elements.Add(new XElement("mspace", new XAttribute("width", ThinSpace)));
        if (kind == AtomKind.Sign && last is not (AtomKind.Ordinary or AtomKind.Closing))
            atom.Element.SetAttributeValue("form", "prefix");
        elements.Add(atom.Element);
        last = kind;
    }

    // As TeX does: ln x and a ln, but ln(x) and −ln.
    private bool NeedsThinSpace(AtomKind kind) =>
        (last == AtomKind.Function && kind is (AtomKind.Ordinary or AtomKind.Function))
        || (last is (AtomKind.Ordinary or AtomKind.Closing) && kind == AtomKind.Function);

    private AtomKind TurnBar(XElement element)
    {
        // The bar may carry an exponent.
        var bar = element.DescendantsAndSelf("mo").First();
        var opens = openBars.Add(bar.Value);
        if (!opens)
            openBars.Remove(bar.Value);
        bar.SetAttributeValue("form", opens ? "prefix" : "postfix");
        return opens ? AtomKind.Opening : AtomKind.Closing;
    }
}
