using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Descent.Scripting.Compilation;

/// <summary>Finds variables that can only be local ones, such as <c>using var</c>, where a cell would have to keep them.</summary>
internal static class LocalVariables
{
    private const string NotAtTheTop = "cannot stand at the top of a cell, whose variables live on in later cells.";

    /// <summary>Reads a cell that the parser cannot read as the statements of a program, which may declare them.</summary>
    public static IEnumerable<MisreadStatement> Misread(SyntaxTree cell, CancellationToken cancellation)
    {
        var options = CellSource.Options.WithKind(SourceCodeKind.Regular);
        var program = CSharpSyntaxTree.ParseText(cell.GetText(cancellation), options, cell.FilePath, cancellation);
        return program.GetCompilationUnitRoot(cancellation).Members
            .OfType<GlobalStatementSyntax>()
            .Select(member => member.Statement as LocalDeclarationStatementSyntax)
            .Select(Misread)
            .OfType<MisreadStatement>();
    }

    private static MisreadStatement? Misread(LocalDeclarationStatementSyntax? local)
    {
        // Where nothing is assigned it may be anything.
        if (local is not { Declaration: { Type: var type, Variables: [{ Initializer: { } value } variable, ..] } })
            return null;
        var sketch = $"{type} {variable.Identifier.Text} = {(value.Value is RefExpressionSyntax ? "ref …" : "…")}";
        var await = local.AwaitKeyword.IsKind(SyntaxKind.None) ? "" : "await ";
        if (!local.UsingKeyword.IsKind(SyntaxKind.None))
            return At(local, "CS1002", $"A using declaration {NotAtTheTop} Write {await}using ({sketch}) {{ … }} around what uses it.");
        return type is RefTypeSyntax or ScopedTypeSyntax
            ? At(local, "CS1003", $"A {type.GetFirstToken().Text} variable {NotAtTheTop} Put it in braces with what uses it: {{ {sketch}; … }}")
            : null;
    }

    private static MisreadStatement At(LocalDeclarationStatementSyntax local, string id, string message) => new(local.Span, local.SpanStart, id, message);
}
