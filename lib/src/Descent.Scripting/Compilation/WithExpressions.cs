using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Descent.Scripting.Compilation;

/// <summary>
/// <c>p with { X = 5 }</c>, which the parser takes for a property called <c>with</c> of a type <c>p</c> where a cell's statement begins so.
/// </summary>
internal static class WithExpressions
{
    private const string LostValue =
        "A with expression makes a new value, and nothing takes it here. Assign it to a variable, or make it the last of its cell, without a semicolon.";

    /// <summary>Reads one that is the last of its cell as what it is: the cell's value. The text and all positions stay.</summary>
    public static SyntaxTree ReadLast(SyntaxTree cell, CancellationToken cancellation)
    {
        var root = cell.GetCompilationUnitRoot(cancellation);
        if (root.Members.FirstOrDefault(IsMistaken) is not { } member || Expression(member) is not { ContainsDiagnostics: false } expression)
            return cell;
        var rest = SyntaxFactory.ParseCompilationUnit(
            cell.GetText(cancellation).ToString(), member.FullSpan.Start + expression.FullSpan.Length, CellSource.Options);
        if (rest.ContainsDiagnostics || rest.ChildNodes().Any())
            return cell;
        var value = SyntaxFactory.ExpressionStatement(expression, SyntaxFactory.MissingToken(SyntaxKind.SemicolonToken));
        var read = root
            .WithMembers([.. root.Members.TakeWhile(other => other != member), SyntaxFactory.GlobalStatement(value)])
            .WithEndOfFileToken(rest.EndOfFileToken);
        return cell.WithRootAndOptions(read, cell.Options);
    }

    /// <summary>The places of the others, and what is wrong with each as what it is: something inside it, or that nothing takes its value.</summary>
    public static IEnumerable<MisreadStatement> Misread(CompilationUnitSyntax cell)
    {
        foreach (var member in cell.Members.Where(IsMistaken))
        {
            if (Expression(member) is { } expression)
            {
                var span = new TextSpan(member.SpanStart, expression.Span.Length);
                yield return expression.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error
                    ? new MisreadStatement(span, member.FullSpan.Start + error.Location.SourceSpan.Start, error.Id, CellTerms.MessageOf(error))
                    : new MisreadStatement(span, span.Start, "CS0201", LostValue);
            }
        }
    }

    private static bool IsMistaken(MemberDeclarationSyntax member) =>
        member is PropertyDeclarationSyntax { Identifier.Text: "with", AccessorList: { } accessors }
        && accessors.Accessors.All(accessor => accessor.IsKind(SyntaxKind.UnknownAccessorDeclaration));

    /// <returns>What stands there as an expression; null when it does not begin with a changed copy.</returns>
    private static ExpressionSyntax? Expression(MemberDeclarationSyntax member)
    {
        var expression = SyntaxFactory.ParseExpression(
            member.SyntaxTree.GetText().ToString(), member.FullSpan.Start, CellSource.Options, consumeFullText: false);
        return expression.DescendantNodesAndSelf().Any(node => node is WithExpressionSyntax && node.SpanStart == expression.SpanStart)
            ? expression
            : null;
    }
}
