using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Descent.Scripting.Compilation;

/// <summary>A cell as the parts that lines such as <c>#!html</c>, <c>#!csharp</c> and <c>#!time</c> divide it into.</summary>
internal sealed partial class CellSections
{
    private readonly List<CellSection> sections = [];
    private readonly List<CellDiagnostic> refusals = [];
    private readonly string code;

    private CellSections(string code) => this.code = code;

    /// <summary>The parts, in order; empty ones too.</summary>
    public IReadOnlyList<CellSection> Sections => sections;

    /// <summary>The lines that ask for what cannot be had.</summary>
    public IReadOnlyList<CellDiagnostic> Refusals => refusals;

    /// <param name="code">The cell.</param>
    /// <param name="language">What it is in up to the first line that says something else.</param>
    /// <param name="cancellation">Gives up.</param>
    public static CellSections Split(string code, CellLanguage language, CancellationToken cancellation)
    {
        var split = new CellSections(code);
        var (start, isTimed) = (0, false);
        while (split.NextLine(start, language, cancellation) is var (span, command))
        {
            split.Add(language, TextSpan.FromBounds(start, span.Start), isTimed);
            if (SectionLine.Refusal(command) is { } refusal)
                split.Refuse(span.Start, refusal);
            (start, isTimed) = (span.End, SectionLine.Name(command) == SectionLine.Time);
            language = SectionLine.LanguageOf(command) ?? language;
        }

        split.Add(language, TextSpan.FromBounds(start, code.Length), isTimed);
        return split;
    }

    /// <summary>The C# at a place in a cell that is being typed, with every position as it is; null where something else stands.</summary>
    public static string? CSharpAt(string code, int position) =>
        Split(code, CellLanguage.CSharp, CancellationToken.None).Sections.LastOrDefault(section => section.Span.Start <= position && position <= section.Span.End)
            is { Language: CellLanguage.CSharp } found ? found.Text : null;

    private void Add(CellLanguage language, TextSpan span, bool isTimed) => sections.Add(language == CellLanguage.CSharp
        ? new CellSection(language, span, isTimed, Alone(span))
        : WithoutCommands(new CellSection(language, span, isTimed, code[span.Start..span.End])));

    private void Refuse(int position, string message)
    {
        var text = SourceText.From(code);
        var place = text.Lines.GetLinePosition(position);
        refusals.Add(new CellDiagnostic("CS1024", message, place.Line + 1, place.Character + 1, text.Lines[place.Line].ToString()));
    }

    private (TextSpan Span, string Command)? NextLine(int start, CellLanguage language, CancellationToken cancellation)
    {
        if (!code.AsSpan(start).Contains('#') || !AnyLine().IsMatch(code, start))
            return null;
        // What follows need not be C#, so it is not even parsed where nothing comes before the line.
        if (FirstLine().Match(code, start) is { Success: true } first && SectionLine.Is(first.Groups["command"].Value))
            return Line(first);
        if (language != CellLanguage.CSharp)
            return Lines().Matches(code, start).FirstOrDefault(line => SectionLine.Is(line.Groups["command"].Value)) is { } next ? Line(next) : null;
        var rest = Alone(TextSpan.FromBounds(start, code.Length));
        NestingLimit.Require(rest);
        var tree = CSharpSyntaxTree.ParseText(rest, CellSource.Options, cancellationToken: cancellation);
        return EngineLine.In(tree).FirstOrDefault(line => line is { Kind: EngineLineKind.Command, IsActive: true } && SectionLine.Is(line.Argument)) is { } found
            ? (found.Span, found.Argument)
            : null;
    }

    private static (TextSpan Span, string Command) Line(Match match)
    {
        var line = match.Groups["line"];
        return (new TextSpan(line.Index, line.Length), match.Groups["command"].Value.Trim());
    }

    // Blanks in place of everything else keep the lines and columns.
    private string Alone(TextSpan span) => string.Create(code.Length, (code, span), static (text, from) =>
    {
        from.code.CopyTo(text);
        for (var index = 0; index < text.Length; index++)
        {
            if (!from.span.Contains(index) && text[index] is not ('\r' or '\n' or '\u0085' or '\u2028' or '\u2029'))
                text[index] = ' ';
        }
    });

    private static CellSection WithoutCommands(CellSection section) => section with
    {
        Text = Lines().Replace(section.Text, "").Trim(),
        UnknownCommands = [.. Lines().Matches(section.Text).Select(line => line.Groups["command"].Value)],
    };

    [GeneratedRegex(@"^[ \t]*#[ \t]*!", RegexOptions.Multiline)]
    private static partial Regex AnyLine();

    [GeneratedRegex(@"\G\s*(?<line>#!(?<command>[^\r\n]*))")]
    private static partial Regex FirstLine();

    // In other languages only what begins a line, and begins like a name: #!/bin/sh is part of the text.
    [GeneratedRegex(@"^(?<line>#!(?<command>[A-Za-z][^\r\n]*))", RegexOptions.Multiline)]
    private static partial Regex Lines();
}
