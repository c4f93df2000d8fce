using System.Reflection;
using Descent.Scripting.Compilation;
using Descent.Scripting.Execution;
using Descent.Scripting.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Descent.Scripting.EditingHelp;

/// <summary>Shows the editor's half of Roslyn the cells that have run and the one that is being typed.</summary>
internal sealed class Editor(SubmissionChain chain, AssemblyCatalog catalog, CSharpOptions options) : IDisposable
{
    // By name: MefHostServices.DefaultAssemblies would also take Visual Basic's, of another version, where a package of a cell brings it.
    private static readonly string[] Parts =
        ["Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.Features", "Microsoft.CodeAnalysis.CSharp.Features"];

    private readonly AdhocWorkspace workspace = new(MefHostServices.Create(Parts.Select(Assembly.Load)));
    private readonly DocumentedReferences references = new();
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly List<MetadataReference> libraries = [];
    private CSharpCompilation? latest;
    private ProjectId? latestProject;

    /// <summary>Does something with the code as the next cell.</summary>
    public async Task<T> WithAsync<T>(string code, Func<Document, Task<T>> use, CancellationToken cancellation)
    {
        NestingLimit.Require(code);
        await oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            AddNewCells();
            // Compiled here, earlier cells stay compiled; in the copy below they would be compiled anew each time.
            if (latestProject is not null && workspace.CurrentSolution.GetProject(latestProject) is { } past)
                await past.GetCompilationAsync(cancellation).ConfigureAwait(false);
            var project = Project("the cell being typed", catalog.References, options.Compilation);
            var document = DocumentId.CreateNewId(project.Id);
            var solution = workspace.CurrentSolution.AddProject(project).AddDocument(document, "cell", SourceText.From(code));
            return await use(solution.GetDocument(document)!).ConfigureAwait(false);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        workspace.Dispose();
        oneAtATime.Dispose();
    }

    private void AddNewCells()
    {
        var newest = chain.Latest;
        var added = new Stack<CSharpCompilation>();
        for (var cell = newest; cell is not null && cell != latest; cell = cell.ScriptCompilationInfo!.PreviousScriptCompilation)
            added.Push(cell);

        foreach (var cell in added)
        {
            libraries.AddRange(cell.ExternalReferences);
            // Every cell in the past makes the next look-up longer, so those that left no names behind are left out.
            if (!Declares(cell))
                continue;
            var project = Project(cell.AssemblyName!, libraries, cell.Options);
            libraries.Clear();
            // Files that the cell loads come first, and are loaded again from its text.
            var text = cell.SyntaxTrees.Last().GetText();
            var document = DocumentInfo.Create(
                DocumentId.CreateNewId(project.Id),
                "cell",
                sourceCodeKind: SourceCodeKind.Script,
                loader: TextLoader.From(TextAndVersion.Create(text, VersionStamp.Default)));
            workspace.AddProject(project.WithDocuments([document]));
            latestProject = project.Id;
        }

        latest = newest;
    }

    private static bool Declares(CSharpCompilation cell)
    {
        var root = (CompilationUnitSyntax)cell.SyntaxTrees.Last().GetRoot();
        return root.Usings.Count > 0
            || root.GetLoadDirectives().Count > 0
            || root.Members.Any(member => member is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax })
            || root.DescendantNodes().Any(node => node is VariableDesignationSyntax);
    }

    private ProjectInfo Project(string name, IEnumerable<MetadataReference> used, CompilationOptions compilation) => ProjectInfo.Create(
        ProjectId.CreateNewId(),
        VersionStamp.Default,
        name,
        name,
        LanguageNames.CSharp,
        compilationOptions: compilation,
        parseOptions: options.Parse,
        projectReferences: latestProject is null ? [] : [new ProjectReference(latestProject)],
        metadataReferences: [.. used.Select(references.Of)],
        isSubmission: true,
        hostObjectType: typeof(object));
}
