using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Descent.Scripting.Compilation;

/// <summary>Puts the compiler's diagnostics into terms of the cell as typed.</summary>
internal static class DiagnosticTranslator
{
    public static IReadOnlyList<CellDiagnostic> Translate(IEnumerable<Diagnostic> diagnostics, CellSource source) =>
    [
        .. diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .OrderByDescending(diagnostic => diagnostic.Severity)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Where(diagnostic => !CellTerms.IsNoise(diagnostic))
            .Select(diagnostic => Translate(diagnostic, source)),
    ];

    public static CellDiagnostic Translate(Diagnostic diagnostic, CellSource source) =>
        At(diagnostic.Location, source, diagnostic.Id, CellTerms.MessageOf(diagnostic), diagnostic.Severity == DiagnosticSeverity.Warning);

    public static CellDiagnostic At(Location location, CellSource source, string id, string message, bool isWarning = false)
    {
        var isCell = location.SourceTree is null || location.SourceTree == source.Tree;
        var text = isCell ? source.Text : location.SourceTree!.GetText();
        var position = location.IsInSource ? location.GetLineSpan().StartLinePosition : LinePosition.Zero;
        return new CellDiagnostic(id, message, position.Line + 1, position.Character + 1, text.Lines[position.Line].ToString())
        {
            IsWarning = isWarning,
            File = isCell ? null : location.SourceTree!.FilePath,
        };
    }
}
