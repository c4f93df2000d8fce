using System.Xml.Linq;

namespace Descent.Tests;

/// <summary>The code of an <c>example</c> in the XML documentation, and the member that it belongs to.</summary>
internal sealed record DocumentedExample(string Member, string Code)
{
    /// <summary>
    /// What the last line claims to give: the text behind <c>//</c>; null if it claims nothing.
    /// </summary>
    public string? Claim
    {
        get
        {
            var lastLine = Code.TrimEnd().Split('\n')[^1];
            var comment = lastLine.IndexOf("// ", StringComparison.Ordinal);
            return comment < 0 ? null : lastLine[(comment + 3)..].Trim();
        }
    }

    /// <summary>
    /// True if a printed value is the claimed one. A claim ending with … gives only the beginning of the value; words after
    /// the value, set off by a space or a colon, explain it.
    /// </summary>
    public bool Agrees(string printed) => Claim is not { } claim
        || (claim.EndsWith('…') ? printed.StartsWith(claim[..^1], StringComparison.Ordinal)
            : claim == printed || claim.StartsWith(printed + " ", StringComparison.Ordinal) || claim.StartsWith(printed + ":", StringComparison.Ordinal));

    /// <summary>The code with the data's folder as it is from here, rather than from a notebook.</summary>
    public string RunnableCode => Code.Replace("\"../data/mnist\"", $"@\"{ExampleGlobals.DataFolder}\"", StringComparison.Ordinal);

    public static IReadOnlyList<DocumentedExample> ReadAll() =>
    [
        .. from member in XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Descent.xml")).Descendants("member")
           from code in member.Elements("example").Elements("code")
           select new DocumentedExample(member.Attribute("name")!.Value, code.Value),
    ];
}
