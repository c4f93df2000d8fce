using Descent.Cli.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Descent.Cli.Parameters;

/// <summary>Finds the parameters in a cell. The compiler tells their types, so that <c>var</c> works too.</summary>
internal static class ParameterCell
{
    private static readonly CSharpParseOptions ScriptOptions = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private static readonly CSharpCompilationOptions CompilationOptions =
        new(OutputKind.DynamicallyLinkedLibrary, usings: ["System", "System.Collections.Generic", "System.Linq"]);

    /// <summary>The parameters that <paramref name="cell"/> declares; none unless it is tagged for it.</summary>
    public static IReadOnlyList<Parameter> ParametersOf(NotebookCell cell)
    {
        if (!cell.Runs || !cell.Tags.Contains(NotebookCell.ParametersTag))
            return [];

        var tree = CSharpSyntaxTree.ParseText(cell.Source, ScriptOptions);
        var compilation = CSharpCompilation.CreateScriptCompilation("Parameters", tree, CoreLibraries(), CompilationOptions);
        var model = compilation.GetSemanticModel(tree);
        return
        [
            .. from field in tree.GetCompilationUnitRoot().Members.OfType<FieldDeclarationSyntax>()
               from variable in field.Declaration.Variables
               where variable.Initializer is not null
               select new Parameter(
                   variable.Identifier.ValueText,
                   ((IFieldSymbol)model.GetDeclaredSymbol(variable)!).Type,
                   variable.Initializer!.Value.Span),
        ];
    }

    private static IEnumerable<MetadataReference> CoreLibraries()
    {
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == core)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
