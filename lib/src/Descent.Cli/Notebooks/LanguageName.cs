using Descent.Scripting;

namespace Descent.Cli.Notebooks;

/// <summary>The many spellings of languages that notebook programs write into notebooks.</summary>
internal static class LanguageName
{
    private static readonly string[] CSharp = ["c#", "csharp", "cs", "c-sharp", "c_sharp"];

    // What Polyglot Notebooks says of every notebook, whatever its cells are in.
    private static readonly string[] OfNoLanguage = ["", "polyglot-notebook", "polyglot", "dotnet-interactive", "dotnet_interactive", "dotnet", "net", "default", "vscode"];

    private static readonly string[] Prefixes = [".net-", "dotnet-interactive.", "polyglot-notebook."];

    private static readonly (string Beginning, string Name)[] Known =
    [
        ("python", "Python"), ("ipython", "Python"), ("xpython", "Python"), ("fsharp", "F#"), ("f#", "F#"), ("pwsh", "PowerShell"),
        ("powershell", "PowerShell"), ("javascript", "JavaScript"), ("js", "JavaScript"), ("typescript", "TypeScript"), ("html", "HTML"),
        ("markdown", "Markdown"), ("mermaid", "Mermaid"), ("sql", "SQL"), ("kql", "KQL"), ("julia", "Julia"), ("bash", "Bash"), ("ir", "R"), ("r", "R"),
    ];

    public static bool IsCSharp(string spelling) => CSharp.Contains(Bare(spelling)) || Bare(spelling).Contains("csharp", StringComparison.Ordinal);

    /// <summary>The language if cells in it are run or shown; null for every other one.</summary>
    public static CellLanguage? OfCells(string spelling) => Bare(spelling) switch
    {
        _ when IsCSharp(spelling) => CellLanguage.CSharp,
        "html" => CellLanguage.Html,
        "markdown" => CellLanguage.Markdown,
        "javascript" or "js" => CellLanguage.JavaScript,
        _ => null,
    };

    /// <summary>Whether it names a language at all.</summary>
    public static bool IsOne(string spelling) => !OfNoLanguage.Contains(Bare(spelling).TrimStart('.'));

    /// <summary>The name by which a person knows it; as it is spelt when it is not known.</summary>
    public static string ForPeople(string spelling) =>
        Known.Where(known => Bare(spelling).TrimEnd("0123456789.- ".ToCharArray()) == known.Beginning).Select(known => known.Name).FirstOrDefault(spelling);

    private static string Bare(string spelling)
    {
        var bare = spelling.Trim().ToLowerInvariant();
        return Prefixes.Where(prefix => bare.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => bare[prefix.Length..]).FirstOrDefault(bare);
    }
}
