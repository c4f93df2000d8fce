using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Descent.Scripting.Compilation;

/// <summary>A line of a cell that is meant for the engine and not for the compiler: <c>#i "source"</c> or <c>#!command</c>.</summary>
/// <param name="Span">The line from its <c>#</c> to its end.</param>
/// <param name="Kind">What the line begins with.</param>
/// <param name="Argument">What follows.</param>
/// <param name="IsActive">False where an <c>#if</c> leaves it out.</param>
internal sealed record EngineLine(TextSpan Span, EngineLineKind Kind, string Argument, bool IsActive)
{
    /// <summary>All such lines, in order; the compiler's own parser tells them from text, comments and the like.</summary>
    public static IEnumerable<EngineLine> In(SyntaxTree tree) => tree.GetRoot().ContainsDirectives
        // What the parser has skipped holds lines too.
        ? tree.GetRoot().DescendantTrivia(descendIntoTrivia: true)
            .Select(trivia => trivia.IsDirective ? Of(trivia.GetStructure() as DirectiveTriviaSyntax, tree.GetText()) : null)
            .OfType<EngineLine>()
        : [];

    private static EngineLine? Of(DirectiveTriviaSyntax? directive, SourceText text) => directive switch
    {
        BadDirectiveTriviaSyntax { Identifier.Text: "i" } bad => Of(EngineLineKind.PackageSource, bad, bad.Identifier, text),
        ShebangDirectiveTriviaSyntax shebang => Of(EngineLineKind.Command, shebang, shebang.ExclamationToken, text),
        _ => null,
    };

    private static EngineLine Of(EngineLineKind kind, DirectiveTriviaSyntax directive, SyntaxToken beginning, SourceText text)
    {
        var end = directive.EndOfDirectiveToken.SpanStart;
        return new EngineLine(
            TextSpan.FromBounds(directive.HashToken.SpanStart, end),
            kind,
            text.ToString(TextSpan.FromBounds(beginning.Span.End, end)).Trim(),
            directive.IsActive);
    }
}

/// <summary>What an <see cref="EngineLine"/> begins with.</summary>
internal enum EngineLineKind
{
    /// <summary><c>#i</c>, which names a source of packages.</summary>
    PackageSource,

    /// <summary><c>#!</c>, which asks the kernel for something.</summary>
    Command,
}
