using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace Descent.Scripting.Compilation;

/// <summary>Compiles a cell as a continuation of the cells before it.</summary>
internal sealed class SubmissionCompiler(string workingDirectory, PortableExecutableReference placeholder)
{
    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    // Made unique so that the submissions of two sessions in one process never meet.
    private readonly string prefix = $"Cell-{Guid.NewGuid():N}-";
    private int count;

    /// <summary>How every cell is compiled.</summary>
    public CSharpCompilationOptions Options { get; } =
        CreateOptions(new CellFileLoader(workingDirectory, addLoopChecks: true), new ResolvedDirectives(placeholder));

    private CSharpCompilationOptions OptionsAsTyped { get; } =
        CreateOptions(new CellFileLoader(workingDirectory, addLoopChecks: false), new ResolvedDirectives(placeholder));

    /// <returns>The submission, or null when the diagnostics hold an error.</returns>
    public (Submission? Submission, IReadOnlyList<Diagnostic> Diagnostics) Compile(
        CellSource source,
        CSharpCompilation? previous,
        IEnumerable<MetadataReference> references,
        CancellationToken cancellation)
    {
        var name = $"{prefix}{Interlocked.Increment(ref count)}";
        var compiled = Compile(name, LoopChecks.AddTo(source.Tree, cancellation), Options, previous, references, cancellation);
        // Errors are told about the cell as it was typed.
        return compiled.Submission is null
            ? Compile(name, source.Tree, OptionsAsTyped, previous, references, cancellation)
            : compiled;
    }

    private static (Submission? Submission, IReadOnlyList<Diagnostic> Diagnostics) Compile(
        string name,
        SyntaxTree tree,
        CSharpCompilationOptions options,
        CSharpCompilation? previous,
        IEnumerable<MetadataReference> references,
        CancellationToken cancellation)
    {
        // The first cell has the compiler to load, on all cores; a later one is done before it is worth the sharing out, and has the usings
        // of those before it.
        if (previous is not null)
            options = options.WithConcurrentBuild(false).WithUsings();
        var compilation = CSharpCompilation.CreateScriptCompilation(name, tree, references, options, previous, typeof(object));
        if (!compilation.SyntaxTrees.Any(each => each.GetCompilationUnitRoot(cancellation).Members.Count > 0))
            return WithoutCode(compilation, cancellation);

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(assembly, symbols, options: EmitOptions, cancellationToken: cancellation);
        if (!emitted.Success)
            return (null, emitted.Diagnostics);
        var entry = compilation.GetEntryPoint(cancellation)!;
        var submission = new Submission(
            compilation,
            FunctionChecks.AddTo(new SubmissionImage(assembly.ToArray(), symbols.ToArray())),
            entry.ContainingType.MetadataName,
            entry.MetadataName,
            HasValue(compilation, tree, cancellation));
        return (submission, emitted.Diagnostics);
    }

    private static (Submission? Submission, IReadOnlyList<Diagnostic> Diagnostics) WithoutCode(
        CSharpCompilation compilation,
        CancellationToken cancellation)
    {
        var diagnostics = compilation.GetDiagnostics(cancellation);
        return diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? (null, diagnostics)
            : (new Submission(compilation, null, "", "", HasValue: false), diagnostics);
    }

    private static bool HasValue(CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetCompilationUnitRoot(cancellation);
        var returns = root
            .DescendantNodes(node => node is CompilationUnitSyntax or GlobalStatementSyntax or (StatementSyntax and not LocalFunctionStatementSyntax))
            .Any(node => node is ReturnStatementSyntax { Expression: not null });
        if (returns)
            return true;
        return root.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax statement }
            && statement.SemicolonToken.IsMissing
            && compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression, cancellation).ConvertedType
                is { SpecialType: not SpecialType.System_Void };
    }

    private static CSharpCompilationOptions CreateOptions(SourceReferenceResolver loader, MetadataReferenceResolver directives) => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: "Submission#0",
        usings: DefaultUsings.Namespaces,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        xmlReferenceResolver: null,
        sourceReferenceResolver: loader,
        metadataReferenceResolver: directives,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
}
