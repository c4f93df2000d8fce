namespace Descent.Jupyter.Requests;

/// <summary>Cursor positions: the protocol counts code points (from version 5.2 on), .NET counts UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>A position in code points as one in UTF-16 units. A position outside the text becomes its nearest end.</summary>
    public static int ToUtf16(string text, int codePoints)
    {
        var index = 0;
        for (var count = 0; count < codePoints && index < text.Length; count++)
            index += IsPair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>A position in UTF-16 units as one in code points.</summary>
    public static int FromUtf16(string text, int position)
    {
        var count = 0;
        for (var index = 0; index < position && index < text.Length; count++)
            index += IsPair(text, index) ? 2 : 1;
        return count;
    }

    private static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
