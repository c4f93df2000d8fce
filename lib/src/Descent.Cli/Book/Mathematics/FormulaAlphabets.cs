namespace Descent.Cli.Book.Mathematics;

/// <summary>Letters of another typeface, which Unicode has characters of their own for.</summary>
internal static class FormulaAlphabets
{
    private const int BoldCapitalA = 0x1D400;
    private const int SansSerifCapitalA = 0x1D5A0;
    private const int LettersOfTheAlphabet = 26;

    public static string Bold(string letters) => Shift(letters, BoldCapitalA);

    public static string SansSerif(string letters) => Shift(letters, SansSerifCapitalA);

    // Each of these alphabets has its capitals first and then its small letters.
    private static string Shift(string letters, int capitalA) => string.Concat(letters.Select(letter => char.ConvertFromUtf32(
        char.IsAsciiLetterUpper(letter) ? capitalA + letter - 'A' : capitalA + LettersOfTheAlphabet + letter - 'a')));
}
