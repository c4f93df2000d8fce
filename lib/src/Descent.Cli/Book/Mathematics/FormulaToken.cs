namespace Descent.Cli.Book.Mathematics;

internal enum FormulaTokenKind
{
    Letter,
    Digit,

    /// <summary>Any other single character: signs, delimiters, <c>^</c>, <c>_</c> and <c>&amp;</c>.</summary>
    Symbol,

    /// <summary>A backslash and a name, or a backslash and one character. The text leaves the backslash out.</summary>
    Command,

    /// <summary>What stands in the braces of <c>\text{…}</c>.</summary>
    Text,
    OpenBrace,
    CloseBrace,
    End,
}

/// <summary>One piece of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Position">Where it begins, counted from 1.</param>
internal readonly record struct FormulaToken(FormulaTokenKind Kind, string Text, int Position)
{
    public bool IsSymbol(string symbol) => Kind == FormulaTokenKind.Symbol && Text == symbol;

    public bool IsCommand(string name) => Kind == FormulaTokenKind.Command && Text == name;

    /// <summary>The piece as it stands in the formula, for messages.</summary>
    public string Shown => Kind switch
    {
        FormulaTokenKind.Command => $"\\{Text}",
        FormulaTokenKind.End => "the end",
        _ => Text,
    };
}
