using Descent.Scripting.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Descent.Scripting.Compilation;

/// <summary>
/// Puts a call of <see cref="Interruption.Check"/> into every loop and before every <c>goto</c>, so that code without an end stops by an
/// ordinary exception. Lines stay as they were; columns need not. Functions get theirs once they are compiled (<see cref="FunctionChecks"/>).
/// </summary>
/// <remarks>
/// The alternative, <c>ControlledExecution</c>, sooner or later ends the process when it aborts code that calls anything (.NET 10.0.12 on
/// Linux). The compiler's own instrumentation replaces every <see cref="CancellationToken"/> that a cell passes.
/// </remarks>
internal sealed class LoopChecks : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check =
        SyntaxFactory.ParseStatement($"global::{typeof(Interruption).FullName}.{nameof(Interruption.Check)}();");

    private LoopChecks()
    {
    }

    public static SyntaxTree AddTo(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        try
        {
            var checkedRoot = new LoopChecks().Visit(root)!;
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
        var other => other,
    };

    // What stands before the body (a comment, a directive on a line of its own) stays before it; its line breaks stay where they were.
    private static BlockSyntax Checked(StatementSyntax body) =>
        SyntaxFactory.Block(Check, body.WithoutLeadingTrivia()).WithLeadingTrivia(body.GetLeadingTrivia());
}
