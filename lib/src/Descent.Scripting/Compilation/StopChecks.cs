using Descent.Scripting.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Descent.Scripting.Compilation;

/// <summary>
/// Puts a call of <see cref="Interruption.Check"/> into every loop and before every <c>goto</c>, and one of
/// <see cref="Interruption.CheckCall"/> at the start of every function that may call itself, so that code without an end, and recursion
/// without one, stop by an ordinary exception. Lines stay as they were; columns need not.
/// </summary>
/// <remarks>
/// A lambda that is only an expression stays as it is, since it may be meant as an expression tree. The alternative,
/// <c>ControlledExecution</c>, sooner or later ends the process when it aborts code that calls anything (.NET 10.0.12 on Linux).
/// </remarks>
internal sealed class StopChecks : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check = CallOf(nameof(Interruption.Check));
    private static readonly StatementSyntax CheckCall = CallOf(nameof(Interruption.CheckCall));

    private static readonly SyntaxToken Return =
        SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.ReturnKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));

    private StopChecks()
    {
    }

    public static SyntaxTree AddTo(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        try
        {
            var checkedRoot = new StopChecks().Visit(root)!;
            return checkedRoot == root ? tree : tree.WithRootAndOptions(checkedRoot, tree.Options);
        }
        catch (InsufficientExecutionStackException)
        {
            // Too deeply nested, which the compiler says in its own words.
            return tree;
        }
    }

    public override SyntaxNode? Visit(SyntaxNode? node) => base.Visit(node) switch
    {
        WhileStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        DoStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        ForStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        ForEachStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        ForEachVariableStatementSyntax loop => loop.WithStatement(Checked(loop.Statement)),
        GotoStatementSyntax jump => Checked(jump),
        AnonymousFunctionExpressionSyntax { Block: { } body } function => function.WithBlock(Block(AtStart(node!), body)),
        LocalFunctionStatementSyntax { Body: { } body } function => function.WithBody(Block(AtStart(node!), body)),
        LocalFunctionStatementSyntax { ExpressionBody: { } body } function => function
            .WithBody(Block(AtStart(node!), body, function.SemicolonToken, ReturnsNothing(function.ReturnType, function.Modifiers)))
            .WithExpressionBody(null)
            .WithSemicolonToken(default),
        BaseMethodDeclarationSyntax { Body: { } body } method => method.WithBody(Block(AtStart(node!), body)),
        BaseMethodDeclarationSyntax { ExpressionBody: { } body } method => method
            .WithBody(Block(AtStart(node!), body, method.SemicolonToken, ReturnsNothing(method)))
            .WithExpressionBody(null)
            .WithSemicolonToken(default),
        AccessorDeclarationSyntax { Body: { } body } accessor => accessor.WithBody(Block(CheckCall, body)),
        AccessorDeclarationSyntax { ExpressionBody: { } body } accessor => accessor
            .WithBody(Block(CheckCall, body, accessor.SemicolonToken, !accessor.IsKind(SyntaxKind.GetAccessorDeclaration)))
            .WithExpressionBody(null)
            .WithSemicolonToken(default),
        PropertyDeclarationSyntax { ExpressionBody: { } body } property => property
            .WithAccessorList(Getter(body, property.SemicolonToken))
            .WithExpressionBody(null)
            .WithSemicolonToken(default),
        IndexerDeclarationSyntax { ExpressionBody: { } body } indexer => indexer
            .WithAccessorList(Getter(body, indexer.SemicolonToken))
            .WithExpressionBody(null)
            .WithSemicolonToken(default),
        var other => other,
    };

    private static StatementSyntax CallOf(string check) =>
        SyntaxFactory.ParseStatement($"global::{typeof(Interruption).FullName}.{check}();");

    private static BlockSyntax Checked(StatementSyntax body) => Block(Check, body);

    // Only what calls something can call itself; types have members that are called without a word of it, such as operators.
    private static StatementSyntax AtStart(SyntaxNode function) =>
        (function is BaseMethodDeclarationSyntax && function.Parent is TypeDeclarationSyntax)
        || function.DescendantNodes().Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
            ? CheckCall
            : Check;

    // What stands before the body (a comment, a directive on a line of its own) stays before it; its line breaks stay where they were.
    private static BlockSyntax Block(StatementSyntax check, StatementSyntax body) =>
        SyntaxFactory.Block(check, body.WithoutLeadingTrivia()).WithLeadingTrivia(body.GetLeadingTrivia());

    private static BlockSyntax Block(StatementSyntax check, ArrowExpressionClauseSyntax body, SyntaxToken semicolon, bool returnsNothing)
    {
        StatementSyntax statement = body.Expression switch
        {
            ThrowExpressionSyntax thrown => SyntaxFactory.ThrowStatement(thrown.ThrowKeyword, thrown.Expression, semicolon),
            var expression when returnsNothing => SyntaxFactory.ExpressionStatement(expression, semicolon),
            var expression => SyntaxFactory.ReturnStatement(Return, expression, semicolon),
        };
        var arrow = body.ArrowToken;
        return SyntaxFactory.Block(check, statement)
            .WithOpenBraceToken(SyntaxFactory.Token(arrow.LeadingTrivia, SyntaxKind.OpenBraceToken, arrow.TrailingTrivia));
    }

    private static AccessorListSyntax Getter(ArrowExpressionClauseSyntax body, SyntaxToken semicolon) => SyntaxFactory.AccessorList(
        [SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Block(CheckCall, body, semicolon, returnsNothing: false))]);

    private static bool ReturnsNothing(BaseMethodDeclarationSyntax declaration) => declaration switch
    {
        MethodDeclarationSyntax method => ReturnsNothing(method.ReturnType, method.Modifiers),
        OperatorDeclarationSyntax declared => ReturnsNothing(declared.ReturnType, declared.Modifiers),
        ConversionOperatorDeclarationSyntax => false,
        _ => true,
    };

    private static bool ReturnsNothing(TypeSyntax type, SyntaxTokenList modifiers)
    {
        var name = type is QualifiedNameSyntax qualified ? qualified.Right : type;
        return type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            || (modifiers.Any(SyntaxKind.AsyncKeyword) && name is IdentifierNameSyntax { Identifier.Text: nameof(Task) or nameof(ValueTask) });
    }
}
