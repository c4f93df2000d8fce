using System.Text;
using System.Xml.Linq;

namespace Descent.Cli.Book.Mathematics;

/// <summary>Reads tokens as MathML: rows, what is raised and lowered, numbers, letters and signs.</summary>
internal sealed partial class FormulaParser(IReadOnlyList<FormulaToken> tokens)
{
    private int position;

    private FormulaToken Current => tokens[position];

    public IReadOnlyList<XElement> Parse()
    {
        var elements = ReadRow();
        return Current.Kind == FormulaTokenKind.End ? elements : throw Unexpected();
    }

    private IReadOnlyList<XElement> ReadRow() => ReadRow(EndsRow);

    private IReadOnlyList<XElement> ReadRow(Func<FormulaToken, bool> ends)
    {
        var row = new FormulaRow();
        while (!ends(Current))
            row.Add(ReadScripted());
        return row.Elements;
    }

    private static bool EndsRow(FormulaToken token) =>
        token.Kind is FormulaTokenKind.End or FormulaTokenKind.CloseBrace
        || token.IsSymbol("&") || token.IsCommand("\\") || token.IsCommand("right") || token.IsCommand("end");

    private FormulaAtom ReadScripted()
    {
        var atom = ReadAtom();
        XElement? below = null;
        XElement? above = null;
        while (Current.Kind == FormulaTokenKind.Symbol && Current.Text is "_" or "^" or "'")
        {
            if (Current.Text == "_" ? below is not null : above is not null)
                throw new FormulaException($"a second {Current.Text} needs braces around the first", Current.Position);
            if (Current.Text == "'")
                above = ReadPrimes();
            else if (Take().Text == "_")
                below = ReadArgument();
            else
                above = ReadArgument();
        }

        return atom.WithScripts(below, above);
    }

    private XElement ReadPrimes()
    {
        var count = 0;
        for (; Current.IsSymbol("'"); Take())
            count++;
        return MathMl.Operator(count switch { 1 => "′", 2 => "″", 3 => "‴", _ => new string('′', count) });
    }

    /// <summary>What a command or a script applies to: a group, or the next token alone.</summary>
    private XElement ReadArgument() => Current.Kind switch
    {
        FormulaTokenKind.OpenBrace => ReadGroup(),
        FormulaTokenKind.Digit => MathMl.Number(Take().Text),
        _ => ReadAtom().Element,
    };

    private XElement ReadGroup()
    {
        var opening = Take();
        var elements = ReadRow();
        if (Current.Kind != FormulaTokenKind.CloseBrace)
            throw new FormulaException("the brace is never closed", opening.Position);
        Take();
        return MathMl.Row(elements);
    }

    private FormulaAtom ReadAtom() => Current.Kind switch
    {
        FormulaTokenKind.Letter => new FormulaAtom(MathMl.Identifier(Take().Text), AtomKind.Ordinary),
        FormulaTokenKind.Digit => new FormulaAtom(MathMl.Number(ReadDigits()), AtomKind.Ordinary),
        FormulaTokenKind.Text => new FormulaAtom(MathMl.Text(Take().Text), AtomKind.Ordinary),
        FormulaTokenKind.OpenBrace => new FormulaAtom(ReadGroup(), AtomKind.Ordinary),
        FormulaTokenKind.Command => ReadCommand(Take()),
        FormulaTokenKind.Symbol => ReadSymbol(Take()),
        _ => throw Unexpected(),
    };

    /// <summary>Digits with a decimal point, and commas in braces between thousands: <c>39{,}760</c>.</summary>
    private string ReadDigits()
    {
        var digits = new StringBuilder();
        while (true)
        {
            if (Current.Kind == FormulaTokenKind.Digit || (Current.IsSymbol(".") && tokens[position + 1].Kind == FormulaTokenKind.Digit))
            {
                digits.Append(Take().Text);
            }
            else if (IsThousandsComma())
            {
                position += 3;
                digits.Append(',');
            }
            else
            {
                return digits.ToString();
            }
        }
    }

    // The last token is always the end, so that there are three to look at.
    private bool IsThousandsComma() =>
        Current.Kind == FormulaTokenKind.OpenBrace && tokens[position + 1].IsSymbol(",")
        && tokens[position + 2].Kind == FormulaTokenKind.CloseBrace && tokens[position + 3].Kind == FormulaTokenKind.Digit;

    private static FormulaAtom ReadSymbol(FormulaToken token)
    {
        if (FormulaSymbols.Signs.TryGetValue(token.Text, out var sign))
            return new FormulaAtom(MathMl.Operator(sign), AtomKind.Sign);
        if (FormulaSymbols.Operators.TryGetValue(token.Text, out var symbol))
            return new FormulaAtom(MathMl.Operator(symbol), AtomKind.Operator);
        if (FormulaSymbols.Delimiters.TryGetValue(token.Text, out var delimiter))
            return new FormulaAtom(MathMl.Delimiter(delimiter.Symbol), delimiter.Kind);
        return token.Text switch
        {
            "/" => new FormulaAtom(MathMl.Tight("/"), AtomKind.Operator),
            "," => new FormulaAtom(MathMl.Operator(","), AtomKind.Punctuation),
            _ => throw new FormulaException($"{token.Text} is no sign that the book knows here", token.Position),
        };
    }

    private FormulaToken Take()
    {
        var token = Current;
        if (token.Kind == FormulaTokenKind.End)
            throw Unexpected();
        position++;
        return token;
    }

    private FormulaException Unexpected() => new($"found {Current.Shown} where something else was expected", Current.Position);
}
