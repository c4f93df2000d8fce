using System.Xml.Linq;

namespace Descent.Cli.Book.Mathematics;

/// <summary>What a piece of a formula is to its neighbours; it decides the space between them.</summary>
internal enum AtomKind
{
    Ordinary,

    /// <summary>A named function, such as ln.</summary>
    Function,

    /// <summary>Plus, minus and the like, which may stand between two values or before one.</summary>
    Sign,

    /// <summary>A relation or an operator between two values.</summary>
    Operator,
    Opening,
    Closing,

    /// <summary>A vertical bar, which opens and closes in turn.</summary>
    Bar,
    Punctuation,
    Space,
}

/// <summary>A piece of a formula in MathML.</summary>
/// <param name="Element">The piece itself.</param>
/// <param name="Kind">What it is to its neighbours.</param>
/// <param name="HasLimits">Whether what is raised or lowered after it stands above and below it.</param>
internal sealed record FormulaAtom(XElement Element, AtomKind Kind, bool HasLimits = false)
{
    /// <summary>The atom with something below and above it; null for nothing.</summary>
    public FormulaAtom WithScripts(XElement? below, XElement? above) => (below, above) switch
    {
        (null, null) => this,
        (not null, null) => Scripted(HasLimits ? "munder" : "msub", below),
        (null, not null) => Scripted(HasLimits ? "mover" : "msup", above),
        (not null, not null) => Scripted(HasLimits ? "munderover" : "msubsup", below, above),
    };

    private FormulaAtom Scripted(string name, params object[] scripts) =>
        this with { Element = new XElement(name, [Element, .. scripts]), HasLimits = false };
}
