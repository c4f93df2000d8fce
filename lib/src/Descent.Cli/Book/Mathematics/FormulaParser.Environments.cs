using System.Xml.Linq;

namespace Descent.Cli.Book.Mathematics;

internal sealed partial class FormulaParser
{
    private const string PairGap = "1em";

    private XElement ReadEnvironment(FormulaToken begin)
    {
        var name = ReadLetters(begin);
        if (name is not ("aligned" or "pmatrix"))
            throw new FormulaException($"\\begin{{{name}}} is no environment that the book knows", begin.Position);
        var rows = ReadTable();
        if (!Current.IsCommand("end"))
            throw new FormulaException($"\\begin{{{name}}} has no \\end", begin.Position);
        var end = Take();
        if (ReadLetters(end) is var ending && ending != name)
            throw new FormulaException($"expected \\end{{{name}}}, found \\end{{{ending}}}", end.Position);
        return name == "aligned" ? Aligned(rows) : Matrix(rows);
    }

    private List<List<XElement[]>> ReadTable()
    {
        var rows = new List<List<XElement[]>> { new() };
        while (true)
        {
            rows[^1].Add([.. ReadRow()]);
            if (Current.IsSymbol("&"))
            {
                Take();
            }
            else if (Current.IsCommand("\\"))
            {
                Take();
                rows.Add([]);
            }
            else
            {
                return rows;
            }
        }
    }

    private static XElement Matrix(IEnumerable<IEnumerable<XElement[]>> rows) => new(
        "mrow",
        MathMl.Fence("(", "prefix"),
        new XElement("mtable", rows.Select(row => new XElement("mtr", row.Select(cell => new XElement("mtd", cell))))),
        MathMl.Fence(")", "postfix"));

    // Columns come in pairs that meet: the first ends where the second begins.
    private static XElement Aligned(IEnumerable<IEnumerable<XElement[]>> rows) => new(
        "mtable",
        new XAttribute("displaystyle", "true"),
        rows.Select(row => new XElement("mtr", row.Select((cell, column) => new XElement("mtd", AlignedStyle(column), cell)))));

    private static XAttribute AlignedStyle(int column)
    {
        var before = column > 0 && column % 2 == 0 ? PairGap : "0";
        return new XAttribute("style", $"text-align:{(column % 2 == 0 ? "right" : "left")};padding-left:{before};padding-right:0");
    }
}
