using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Descent.Scripting.Compilation;

/// <summary>A parsed cell, with the directives that it and the files it loads contain.</summary>
internal sealed class CellSource
{
    /// <summary>How every cell is parsed.</summary>
    public static readonly CSharpParseOptions Options =
        new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    private readonly List<CellDirective> references = [];
    private readonly List<CellDirective> packageSources = [];

    private CellSource(SourceText text, SyntaxTree tree)
    {
        Text = text;
        Tree = tree;
    }

    /// <summary>The cell as typed.</summary>
    public SourceText Text { get; }

    /// <summary>The cell without the <c>#i</c> lines, which the compiler does not know; every position is the same.</summary>
    public SyntaxTree Tree { get; }

    public IReadOnlyList<CellDirective> References => references;

    public IReadOnlyList<CellDirective> PackageSources => packageSources;

    public static CellSource Parse(string code, string name, SourceReferenceResolver loader, CancellationToken cancellation)
    {
        var (tree, sourceLines) = ParseLines(code, name, cancellation);
        var source = new CellSource(SourceText.From(code, Encoding.UTF8), tree);
        foreach (var (span, argument) in sourceLines)
            source.packageSources.Add(new CellDirective(argument, Location.Create(tree, span)));
        source.CollectReferences(tree, loader, [], cancellation);
        return source;
    }

    /// <summary>Parses code as a cell without looking at what it refers to.</summary>
    public static SyntaxTree ParseTree(string code, string name, CancellationToken cancellation) =>
        ParseLines(code, name, cancellation).Tree;

    private static (SyntaxTree Tree, List<(TextSpan Span, string Argument)> SourceLines) ParseLines(
        string code,
        string name,
        CancellationToken cancellation)
    {
        NestingLimit.Require(code);
        var text = SourceText.From(code, Encoding.UTF8);
        var tree = CSharpSyntaxTree.ParseText(text, Options, name, cancellation);
        var sourceLines = PackageSourceLines(tree).ToList();
        if (sourceLines.Count == 0)
            return (tree, sourceLines);
        var blanked = text.WithChanges(sourceLines.Select(line => new TextChange(line.Span, new string(' ', line.Span.Length))));
        return (CSharpSyntaxTree.ParseText(blanked.ToString(), Options, name, Encoding.UTF8, cancellation), sourceLines);
    }

    private static IEnumerable<(TextSpan Span, string Argument)> PackageSourceLines(SyntaxTree tree)
    {
        foreach (var trivia in tree.GetCompilationUnitRoot().DescendantTrivia())
        {
            if (trivia.GetStructure() is not BadDirectiveTriviaSyntax { Identifier.Text: "i" } bad)
                continue;
            var span = TextSpan.FromBounds(bad.HashToken.SpanStart, bad.EndOfDirectiveToken.SpanStart);
            yield return (span, tree.GetText().ToString(span)[2..].Trim().Trim('"'));
        }
    }

    private void CollectReferences(SyntaxTree tree, SourceReferenceResolver loader, HashSet<string> seen, CancellationToken cancellation)
    {
        var root = tree.GetCompilationUnitRoot(cancellation);
        foreach (var directive in root.GetReferenceDirectives())
        {
            if (!directive.File.IsMissing)
                references.Add(new CellDirective(directive.File.ValueText, directive.File.GetLocation()));
        }

        foreach (var directive in root.GetLoadDirectives())
        {
            // The compiler itself complains about a file that is not there.
            if (loader.ResolveReference(directive.File.ValueText, tree.FilePath) is { } path && seen.Add(path))
                CollectReferences(Load(path, loader, cancellation), loader, seen, cancellation);
        }
    }

    private static SyntaxTree Load(string path, SourceReferenceResolver loader, CancellationToken cancellation)
    {
        using var stream = loader.OpenRead(path);
        return CSharpSyntaxTree.ParseText(SourceText.From(stream), Options, path, cancellation);
    }
}
