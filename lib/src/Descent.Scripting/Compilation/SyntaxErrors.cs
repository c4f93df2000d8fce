using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Descent.Scripting.Compilation;

/// <summary>
/// What keeps a cell, or a file that it loads, from being read as C#. As long as there is any of that, whatever the compiler finds out
/// about names and types is about code that nobody wrote.
/// </summary>
internal static class SyntaxErrors
{
    /// <returns>The errors, by file and in the order of the text; empty when all can be read.</returns>
    public static IReadOnlyList<CellDiagnostic> In(CellSource source, CancellationToken cancellation) =>
        [.. source.Trees.SelectMany(tree => In(tree, source, cancellation))];

    private static IEnumerable<CellDiagnostic> In(SyntaxTree tree, CellSource source, CancellationToken cancellation)
    {
        var errors = tree.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        List<MisreadStatement> misread =
        [
            .. WithExpressions.Misread(tree.GetCompilationUnitRoot(cancellation)),
            .. errors.Count == 0 ? [] : LocalVariables.Misread(tree, cancellation),
        ];
        if (errors.Count + misread.Count == 0)
            return [];
        return misread
            .Select(statement => (statement.Place, Error: DiagnosticTranslator.At(At(statement.Place), source, statement.Id, statement.Message)))
            .Concat(errors
                .Where(error => !misread.Any(statement => statement.Explains(error.Location.SourceSpan)))
                .Select(error => (Place: error.Location.SourceSpan.Start, Error: DiagnosticTranslator.Translate(error, source))))
            .OrderBy(error => error.Place)
            .Select(error => error.Error);

        Location At(int place) => Location.Create(tree, new TextSpan(place, 0));
    }
}
