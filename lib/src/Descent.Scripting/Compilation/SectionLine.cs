namespace Descent.Scripting.Compilation;

/// <summary>Knows the lines that begin a part of a cell. They are spelt as .NET Interactive spells them, and stand alone on their line.</summary>
internal static class SectionLine
{
    public const string Time = "time";

    private static readonly Dictionary<string, CellLanguage> Languages = new()
    {
        ["csharp"] = CellLanguage.CSharp,
        ["c#"] = CellLanguage.CSharp,
        ["C#"] = CellLanguage.CSharp,
        ["html"] = CellLanguage.Html,
        ["markdown"] = CellLanguage.Markdown,
        ["javascript"] = CellLanguage.JavaScript,
        ["js"] = CellLanguage.JavaScript,
    };

    private static readonly Dictionary<string, string> OtherLanguages = new()
    {
        ["fsharp"] = "F#",
        ["f#"] = "F#",
        ["F#"] = "F#",
        ["pwsh"] = "PowerShell",
        ["powershell"] = "PowerShell",
        ["mermaid"] = "Mermaid",
        ["http"] = "HTTP requests",
        ["sql"] = "SQL",
        ["kql"] = "KQL",
        ["python"] = "Python",
        ["r"] = "R",
    };

    /// <summary>Whether the line begins a part, or asks for one that cannot be had.</summary>
    /// <param name="command">What follows <c>#!</c>.</param>
    public static bool Is(string command) =>
        Name(command) is var name && (name == Time || Languages.ContainsKey(name) || OtherLanguages.ContainsKey(name));

    /// <summary>The language of what follows; null where the line leaves it as it is.</summary>
    public static CellLanguage? LanguageOf(string command) => Languages.TryGetValue(Name(command), out var language) ? language : null;

    /// <summary>Why there can be no such part; null when there can.</summary>
    public static string? Refusal(string command)
    {
        var name = Name(command);
        if (OtherLanguages.TryGetValue(name, out var other))
        {
            return $"#!{name}: this kernel runs C# and shows HTML, Markdown and JavaScript; it has no {other}. Nothing of the cell was run. "
                + "Remove that part, or run the notebook in Polyglot Notebooks.";
        }

        return command.Trim() == name ? null : $"#!{name} stands alone on its line. Nothing of the cell was run. Write what follows it on lines of its own.";
    }

    /// <summary>The first word of a command.</summary>
    public static string Name(string command) => command.Split((char[]?)null, 2, StringSplitOptions.TrimEntries)[0];
}
