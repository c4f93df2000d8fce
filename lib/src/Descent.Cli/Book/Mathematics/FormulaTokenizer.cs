namespace Descent.Cli.Book.Mathematics;

/// <summary>Cuts LaTeX into tokens. Spaces mean nothing outside <c>\text{…}</c>.</summary>
internal static class FormulaTokenizer
{
    private const string TextCommand = "text";

    public static IReadOnlyList<FormulaToken> Tokens(string formula)
    {
        var tokens = new List<FormulaToken>();
        var index = 0;
        while (index < formula.Length)
        {
            if (char.IsWhiteSpace(formula[index]))
                index++;
            else
                tokens.Add(Read(formula, ref index));
        }

        tokens.Add(new FormulaToken(FormulaTokenKind.End, "", formula.Length + 1));
        return tokens;
    }

    private static FormulaToken Read(string formula, ref int index)
    {
        var position = index + 1;
        var character = formula[index++];
        if (character == '\\')
            return Command(formula, ref index, position);
        var kind = character switch
        {
            '{' => FormulaTokenKind.OpenBrace,
            '}' => FormulaTokenKind.CloseBrace,
            _ when char.IsAsciiLetter(character) => FormulaTokenKind.Letter,
            _ when char.IsAsciiDigit(character) => FormulaTokenKind.Digit,
            _ => FormulaTokenKind.Symbol,
        };
        return new FormulaToken(kind, character.ToString(), position);
    }

    private static FormulaToken Command(string formula, ref int index, int position)
    {
        var start = index;
        while (index < formula.Length && char.IsAsciiLetter(formula[index]))
            index++;
        if (index == start && index++ == formula.Length)
            throw new FormulaException("expected a command after the backslash", position);
        var name = formula[start..index];
        return name == TextCommand ? Text(formula, ref index, position) : new FormulaToken(FormulaTokenKind.Command, name, position);
    }

    private static FormulaToken Text(string formula, ref int index, int position)
    {
        while (index < formula.Length && char.IsWhiteSpace(formula[index]))
            index++;
        var end = index < formula.Length && formula[index] == '{' ? formula.AsSpan(index).IndexOfAny('}', '\\', '$') : -1;
        if (end < 0 || formula[index + end] != '}')
            throw new FormulaException("\\text needs plain words in braces", position);
        var words = formula.Substring(index + 1, end - 1);
        index += end + 1;
        return new FormulaToken(FormulaTokenKind.Text, words, position);
    }
}
