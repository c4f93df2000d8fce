using Descent.Scripting.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Descent.Scripting.EditingHelp;

/// <summary>Judges code by its syntax alone.</summary>
internal static class SyntaxCheck
{
    private const string IndentStep = "    ";

    public static CodeCheck Check(string code)
    {
        try
        {
            return CheckTree(code);
        }
        catch (InsufficientExecutionStackException)
        {
            return new CodeCheck(CodeState.Invalid, "");
        }
    }

    private static CodeCheck CheckTree(string code)
    {
        var cell = CellSections.Split(code, CellLanguage.CSharp, CancellationToken.None);
        if (cell.Refusals.Count > 0)
            return new CodeCheck(CodeState.Invalid, "");
        // What is typed next goes on with the last part.
        if (cell.Sections[^1] is not { Language: CellLanguage.CSharp } last)
            return new CodeCheck(CodeState.Complete, "");
        var tree = CellSource.ParseTree(last.Text, "", CancellationToken.None);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return new CodeCheck(CodeState.Incomplete, Indent(tree));
        var isWrong = tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new CodeCheck(isWrong ? CodeState.Invalid : CodeState.Complete, "");
    }

    private static string Indent(SyntaxTree tree)
    {
        var depth = 0;
        foreach (var token in tree.GetRoot().DescendantTokens().Where(token => !token.IsMissing))
        {
            if (token.IsKind(SyntaxKind.OpenBraceToken))
                depth++;
            else if (token.IsKind(SyntaxKind.CloseBraceToken))
                depth--;
        }

        return string.Concat(Enumerable.Repeat(IndentStep, Math.Max(depth, 0)));
    }
}
