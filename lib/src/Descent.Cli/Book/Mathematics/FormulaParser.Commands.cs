using System.Xml.Linq;

namespace Descent.Cli.Book.Mathematics;

internal sealed partial class FormulaParser
{
    private const string NoDelimiter = ".";

    private FormulaAtom ReadCommand(FormulaToken command) => NamedAtom(command.Text) ?? command.Text switch
    {
        "frac" => Ordinary(ReadFraction()),
        "tfrac" => Ordinary(MathMl.Styled(display: false, ReadFraction())),
        "dfrac" => Ordinary(MathMl.Styled(display: true, ReadFraction())),
        "sqrt" => Ordinary(ReadRoot()),
        "mathrm" => Ordinary(MathMl.Roman(ReadLetters(command))),
        "mathbf" => Ordinary(MathMl.Identifier(FormulaAlphabets.Bold(ReadLetters(command)))),
        "mathsf" => Ordinary(MathMl.Identifier(FormulaAlphabets.SansSerif(ReadLetters(command)))),
        "underbrace" => new FormulaAtom(new XElement("munder", ReadArgument(), MathMl.Operator("⏟")), AtomKind.Ordinary, HasLimits: true),
        "left" => Ordinary(ReadFenced(command)),
        "big" or "bigl" or "bigr" => ReadBigDelimiter(),
        "begin" => Ordinary(ReadEnvironment(command)),
        _ => throw new FormulaException($"\\{command.Text} is no command that the book knows", command.Position),
    };

    private static FormulaAtom? NamedAtom(string name)
    {
        if (FormulaSymbols.Letters.TryGetValue(name, out var letter))
            return Ordinary(MathMl.Identifier(letter));
        if (FormulaSymbols.UprightLetters.TryGetValue(name, out var upright))
            return Ordinary(MathMl.Upright(upright));
        if (FormulaSymbols.Spaces.TryGetValue(name, out var width))
            return new FormulaAtom(MathMl.Space(width), AtomKind.Space);
        if (FormulaSymbols.Signs.TryGetValue(name, out var sign))
            return new FormulaAtom(MathMl.Operator(sign), AtomKind.Sign);
        if (FormulaSymbols.Operators.TryGetValue(name, out var symbol))
            return new FormulaAtom(MathMl.Operator(symbol), AtomKind.Operator);
        if (FormulaSymbols.LargeOperators.TryGetValue(name, out var large))
            return new FormulaAtom(MathMl.LimitOperator(large), AtomKind.Operator, HasLimits: true);
        if (FormulaSymbols.Delimiters.TryGetValue($"\\{name}", out var delimiter))
            return new FormulaAtom(MathMl.Delimiter(delimiter.Symbol), delimiter.Kind);
        if (FormulaSymbols.Functions.TryGetValue(name, out var hasLimits))
            return new FormulaAtom(hasLimits ? MathMl.LimitFunction(name) : MathMl.Identifier(name), AtomKind.Function, hasLimits);
        return null;
    }

    private static FormulaAtom Ordinary(XElement element) => new(element, AtomKind.Ordinary);

    private XElement ReadFraction()
    {
        var numerator = ReadArgument();
        return new XElement("mfrac", numerator, ReadArgument());
    }

    private XElement ReadRoot()
    {
        if (!Current.IsSymbol("["))
            return new XElement("msqrt", ReadArgument());
        Take();
        var degree = MathMl.Row(ReadRow(token => token.IsSymbol("]")));
        Take();
        return new XElement("mroot", ReadArgument(), degree);
    }

    private string ReadLetters(FormulaToken command)
    {
        if (Current.Kind == FormulaTokenKind.Letter)
            return Take().Text;
        var start = position;
        if (Current.Kind == FormulaTokenKind.OpenBrace)
        {
            for (Take(); Current.Kind == FormulaTokenKind.Letter;)
                Take();
            if (Current.Kind == FormulaTokenKind.CloseBrace && position > start + 1)
                return string.Concat(tokens.Skip(start + 1).Take(position++ - start - 1).Select(token => token.Text));
        }

        throw new FormulaException($"\\{command.Text} needs one letter, or letters in braces", command.Position);
    }

    private XElement ReadFenced(FormulaToken left)
    {
        var opening = ReadDelimiter();
        var content = ReadRow();
        if (!Current.IsCommand("right"))
            throw new FormulaException("\\left has no \\right", left.Position);
        Take();
        var closing = ReadDelimiter();
        return new XElement(
            "mrow",
            opening.Symbol == NoDelimiter ? null : MathMl.Fence(opening.Symbol, "prefix"),
            content,
            closing.Symbol == NoDelimiter ? null : MathMl.Fence(closing.Symbol, "postfix"));
    }

    private FormulaAtom ReadBigDelimiter()
    {
        var (symbol, kind) = ReadDelimiter();
        return new FormulaAtom(MathMl.BigDelimiter(symbol), kind);
    }

    private (string Symbol, AtomKind Kind) ReadDelimiter()
    {
        var token = Take();
        if (token.IsSymbol(NoDelimiter))
            return (NoDelimiter, AtomKind.Ordinary);
        return FormulaSymbols.Delimiters.TryGetValue(token.Shown, out var delimiter)
            ? delimiter
            : throw new FormulaException($"{token.Shown} is no delimiter", token.Position);
    }
}
