using System.Reflection;
using System.Runtime.Loader;
using Descent.Scripting.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Descent.Checks;

/// <summary>Compiles a cell once, and makes two functions of it: as it is, and with the checks that a session adds.</summary>
internal static class MeasuredCell
{
    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private static readonly List<MetadataReference> References =
    [
        .. FrameworkReferences.Paths().Append(typeof(Tensor).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static (Func<object?> With, Func<object?> Without) Compile(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, System.Text.Encoding.UTF8), CellSource.Options, "cell");
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: "Submission#0",
            usings: [.. DefaultUsings.Namespaces, nameof(Descent)],
            optimizationLevel: OptimizationLevel.Release);
        var compilation = CSharpCompilation.CreateScriptCompilation("Cell", LoopChecks.AddTo(tree, default), References, options, null, typeof(object));
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(assembly, symbols, options: EmitOptions);
        if (!emitted.Success)
            throw new ArgumentException(string.Join('\n', emitted.Diagnostics), nameof(code));
        var image = new SubmissionImage(assembly.ToArray(), symbols.ToArray());
        var entry = compilation.GetEntryPoint(default)!;
        return (Load(FunctionChecks.AddTo(image), entry), Load(image, entry));
    }

    private static Func<object?> Load(SubmissionImage image, IMethodSymbol entry)
    {
        var loaded = new AssemblyLoadContext(null).LoadFromStream(new MemoryStream(image.Assembly));
        var start = loaded.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        return () => start(new object?[2]).GetAwaiter().GetResult();
    }
}
