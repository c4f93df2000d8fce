using System.Xml.Linq;

namespace Descent.Cli.Book.Mathematics;

/// <summary>Turns the LaTeX of the lessons into MathML, which browsers draw without a script or a font from elsewhere.</summary>
internal static class Formula
{
    /// <summary>The formula as a MathML element; <paramref name="display"/> sets it on a line of its own.</summary>
    /// <exception cref="FormulaException">Something in it is unknown or incomplete.</exception>
    public static string ToMathMl(string latex, bool display)
    {
        var math = new XElement(
            "math",
            display ? new XAttribute("display", "block") : null,
            new FormulaParser(FormulaTokenizer.Tokens(latex)).Parse());
        return math.ToString(SaveOptions.DisableFormatting);
    }
}
