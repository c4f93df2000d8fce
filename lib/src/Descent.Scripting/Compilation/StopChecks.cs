using Descent.Scripting.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Descent.Scripting.Compilation;

/// <summary>
/// Puts a call of <see cref="Interruption.Check"/> into every loop, before every <c>goto</c> and at the start of every function,
/// so that code without an end stops by an ordinary exception. Lines stay as they were; columns need not.
/// </summary>
/// <remarks>
/// A lambda that is only an expression stays as it is, since it may be meant as an expression tree. The alternative,
/// <c>ControlledExecution</c>, sooner or later ends the process when it aborts code that calls anything (.NET 10.0.12 on Linux).
/// </remarks>
internal sealed class StopChecks : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check =
        SyntaxFactory.ParseStatement($"global::{typeof(Interruption).FullName}.{nameof(Interruption.Check)}();");

    private static readonly SyntaxToken Return =
        SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.ReturnKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));

    private StopChecks()
    {
    }

    public static SyntaxTree AddTo(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        var checkedRoot = new StopChecks().Visit(root)!;
        return checkedRoot == root ? tree : tree.WithRootAndOptions(checkedRoot, tree.Options);
    }

    public override SyntaxNode? Visit(SyntaxNode? node) => base.Visit(node) switch
    {
        WhileStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        DoStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        ForStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        ForEachStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        ForEachVariableStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        GotoStatementSyntax jump => Checked(jump),
        AnonymousFunctionExpressionSyntax { Block: { } body } function => function.WithBlock(Checked(body)),
        LocalFunctionStatementSyntax { Body: { } body } function => function.WithBody(Checked(body)),
        LocalFunctionStatementSyntax { ExpressionBody: { } body } function => function
            .WithBody(Checked(body, function.SemicolonToken, ReturnsNothing(function.ReturnType, function.Modifiers)))
            .WithExpressionBody(null)
            .WithSemicolonToken(default),
        MethodDeclarationSyntax { Body: { } body } method => method.WithBody(Checked(body)),
        MethodDeclarationSyntax { ExpressionBody: { } body } method => method
            .WithBody(Checked(body, method.SemicolonToken, ReturnsNothing(method.ReturnType, method.Modifiers)))
            .WithExpressionBody(null)
            .WithSemicolonToken(default),
        var other => other,
    };

    // What stands before the body (a comment, a directive on a line of its own) stays before it; its line breaks stay where they were.
    private static BlockSyntax Checked(StatementSyntax body) =>
        SyntaxFactory.Block(Check, body.WithoutLeadingTrivia()).WithLeadingTrivia(body.GetLeadingTrivia());

    private static BlockSyntax Checked(ArrowExpressionClauseSyntax body, SyntaxToken semicolon, bool returnsNothing)
    {
        StatementSyntax statement = body.Expression switch
        {
            ThrowExpressionSyntax thrown => SyntaxFactory.ThrowStatement(thrown.ThrowKeyword, thrown.Expression, semicolon),
            var expression when returnsNothing => SyntaxFactory.ExpressionStatement(expression, semicolon),
            var expression => SyntaxFactory.ReturnStatement(Return, expression, semicolon),
        };
        var arrow = body.ArrowToken;
        return SyntaxFactory.Block(Check, statement)
            .WithOpenBraceToken(SyntaxFactory.Token(arrow.LeadingTrivia, SyntaxKind.OpenBraceToken, arrow.TrailingTrivia));
    }

    private static bool ReturnsNothing(TypeSyntax type, SyntaxTokenList modifiers)
    {
        var name = type is QualifiedNameSyntax qualified ? qualified.Right : type;
        return type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || (modifiers.Any(SyntaxKind.AsyncKeyword) && name is IdentifierNameSyntax { Identifier.Text: nameof(Task) or nameof(ValueTask) });
    }
}
