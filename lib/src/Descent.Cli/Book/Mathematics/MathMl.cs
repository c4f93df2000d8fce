using System.Xml.Linq;

namespace Descent.Cli.Book.Mathematics;

/// <summary>Makes the elements of MathML Core that the lessons need. HTML asks for no namespace.</summary>
internal static class MathMl
{
    public static XElement Identifier(string name) => new("mi", name);

    /// <summary>A single letter that stands upright; without the attribute it would slant.</summary>
    public static XElement Upright(string letter) => new("mi", new XAttribute("mathvariant", "normal"), letter);

    /// <summary>Letters in the roman typeface, which a name of several letters has of itself.</summary>
    public static XElement Roman(string letters) => letters.Length == 1 ? Upright(letters) : Identifier(letters);

    public static XElement Number(string digits) => new("mn", digits);

    public static XElement Operator(string symbol) => new("mo", symbol);

    /// <summary>A symbol that keeps no distance from its neighbours.</summary>
    public static XElement Tight(string symbol) => new("mo", new XAttribute("lspace", "0"), new XAttribute("rspace", "0"), symbol);

    /// <summary>A sum or the like, with its limits beside it in running text.</summary>
    public static XElement LimitOperator(string symbol) => new("mo", new XAttribute("movablelimits", "true"), symbol);

    /// <summary>A function such as min, with its limits beside it in running text.</summary>
    public static XElement LimitFunction(string name) => new(
        "mo", new XAttribute("movablelimits", "true"), new XAttribute("lspace", "0"), new XAttribute("rspace", "0"), name);

    /// <summary>A delimiter as high as a letter.</summary>
    public static XElement Delimiter(string symbol) => new("mo", new XAttribute("stretchy", "false"), symbol);

    /// <summary>A delimiter as high as what it encloses.</summary>
    public static XElement Fence(string symbol, string form) =>
        new("mo", new XAttribute("stretchy", "true"), new XAttribute("form", form), symbol);

    /// <summary>A delimiter somewhat higher than a letter.</summary>
    public static XElement BigDelimiter(string symbol) => new(
        "mo", new XAttribute("stretchy", "true"), new XAttribute("minsize", "1.2em"), new XAttribute("maxsize", "1.2em"), symbol);

    // A browser drops ordinary spaces at either end.
    public static XElement Text(string words) => new("mtext", words.Replace(' ', '\u00a0'));

    public static XElement Space(string width) => new("mspace", new XAttribute("width", width));

    public static XElement Styled(bool display, XElement content) => new(
        "mstyle", new XAttribute("displaystyle", display ? "true" : "false"), new XAttribute("scriptlevel", "0"), content);

    /// <summary>The elements as one.</summary>
    public static XElement Row(IReadOnlyList<XElement> elements) => elements.Count == 1 ? elements[0] : new XElement("mrow", elements);
}
