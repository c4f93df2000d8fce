using System.Text;

namespace Descent.Cli.Book.Prose;

/// <summary>Names a page's headings, each differently.</summary>
internal sealed class Anchors
{
    private readonly HashSet<string> taken = [];

    /// <summary>The words of <paramref name="heading"/> in small letters, joined by hyphens.</summary>
    public string For(string heading)
    {
        var words = new StringBuilder();
        foreach (var character in heading.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(character))
                words.Append(character);
            else if (words.Length > 0 && words[^1] != '-')
                words.Append('-');
        }

        var name = words.ToString().Trim('-') is { Length: > 0 } text ? text : "section";
        var anchor = name;
        for (var number = 2; !taken.Add(anchor); number++)
            anchor = $"{name}-{number}";
        return anchor;
    }
}
