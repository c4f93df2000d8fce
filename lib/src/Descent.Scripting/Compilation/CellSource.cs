using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
    private readonly List<string> commands = [];
    private readonly List<SyntaxTree> loaded = [];

    private CellSource(SourceText text, SyntaxTree tree)
    {
        Text = text;
        Tree = tree;
    }

    /// <summary>The cell as typed.</summary>
    public SourceText Text { get; }

    /// <summary>The cell without the lines that the compiler does not know; every position is the same.</summary>
    public SyntaxTree Tree { get; }

    public IReadOnlyList<CellDirective> References => references;

    public IReadOnlyList<CellDirective> PackageSources => packageSources;

    /// <summary>What follows <c>#!</c> on each line that begins so.</summary>
    public IReadOnlyList<string> Commands => commands;

    /// <summary>Whether there is anything besides <see cref="Commands"/>.</summary>
    public bool HasCode => Tree.GetCompilationUnitRoot() is var root && (root.ContainsDirectives || !root.GetFirstToken(includeZeroWidth: true).IsKind(SyntaxKind.EndOfFileToken));

    /// <summary>The cell, and then the files that it loads.</summary>
    public IEnumerable<SyntaxTree> Trees => [Tree, .. loaded];

    /// <param name="code">The cell's C#, with blanks in place of what is none.</param>
    /// <param name="typed">The cell as typed.</param>
    /// <param name="name">What stack traces call it.</param>
    /// <param name="loader">Finds the files that it loads.</param>
    /// <param name="cancellation">Gives up.</param>
    public static CellSource Parse(string code, string typed, string name, SourceReferenceResolver loader, CancellationToken cancellation)
    {
        var (tree, lines) = ParseLines(code, name, cancellation);
        var source = new CellSource(SourceText.From(typed, Encoding.UTF8), tree);
        foreach (var line in lines.Where(line => line.IsActive))
        {
            if (line.Kind == EngineLineKind.Command)
                source.commands.Add(line.Argument);
            else
                source.packageSources.Add(new CellDirective(line.Argument.Trim('"'), Location.Create(tree, line.Span)));
        }

        source.CollectReferences(tree, loader, [], cancellation);
        return source;
    }

    /// <summary>Parses code as a cell without looking at what it refers to.</summary>
    public static SyntaxTree ParseTree(string code, string name, CancellationToken cancellation) =>
        ParseLines(code, name, cancellation).Tree;

    private static (SyntaxTree Tree, List<EngineLine> Lines) ParseLines(string code, string name, CancellationToken cancellation)
    {
        NestingLimit.Require(code);
        var text = SourceText.From(code, Encoding.UTF8);
        var tree = CSharpSyntaxTree.ParseText(text, Options, name, cancellation);
        var lines = EngineLine.In(tree).ToList();
        if (lines.Count > 0)
        {
            var blanked = text.WithChanges(lines.Select(line => new TextChange(line.Span, new string(' ', line.Span.Length))));
            tree = CSharpSyntaxTree.ParseText(blanked.ToString(), Options, name, Encoding.UTF8, cancellation);
        }

        return (WithExpressions.ReadLast(tree, cancellation), lines);
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
            {
                var file = Load(path, loader, cancellation);
                loaded.Add(file);
                CollectReferences(file, loader, seen, cancellation);
            }
        }
    }

    private static SyntaxTree Load(string path, SourceReferenceResolver loader, CancellationToken cancellation)
    {
        using var stream = loader.OpenRead(path);
        return CSharpSyntaxTree.ParseText(SourceText.From(stream), Options, path, cancellation);
    }
}
