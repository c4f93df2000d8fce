using System.IO.Compression;
using System.Text;
using Descent.Scripting.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Descent.Scripting.Tests;

/// <summary>Writes packages that extend .NET Interactive, in a folder from whose cells they can be asked for.</summary>
internal static class ExtensionPackage
{
    private const string Engine = "Microsoft.DotNet.Interactive";
    private const string EngineVersion = "1.0.0-beta.26120.1";

    /// <summary>Has cells of the folder find packages of its own, and unpack them there; what they depend on comes from this machine's cache.</summary>
    public static Task PrepareAsync(TemporaryFolder folder)
    {
        var cache = PackageFolders.Global(Repository.Notebooks);
        Directory.CreateDirectory(folder.File("feed"));
        return File.WriteAllTextAsync(
            folder.File("NuGet.config"),
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="unpacked" /></config>
              <packageSources><add key="feed" value="feed" /></packageSources>
              <fallbackPackageFolders><add key="cache" value="{cache}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>Writes a package.</summary>
    /// <param name="folder">A folder that has been prepared.</param>
    /// <param name="id">The package's name; its version is 1.0.0.</param>
    /// <param name="code">The C# of its library; none for a package without one.</param>
    /// <param name="script">Its <c>extension.dib</c>; none for a package without one.</param>
    public static async Task WriteAsync(TemporaryFolder folder, string id, string? code, string? script)
    {
        await using var file = File.Create(folder.File($"feed/{id}.1.0.0.nupkg"));
        await using var package = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8);
        await AddAsync(package, $"{id}.nuspec", Encoding.UTF8.GetBytes(
            $"""
            <package><metadata>
              <id>{id}</id><version>1.0.0</version><authors>tests</authors><description>A package of the tests.</description>
              <dependencies><group targetFramework="net10.0"><dependency id="{Engine}" version="{EngineVersion}" /></group></dependencies>
            </metadata></package>
            """));
        if (code is not null)
        {
            var library = await CompileAsync(id, code);
            await AddAsync(package, $"lib/net10.0/{id}.dll", library);
            await AddAsync(package, $"interactive-extensions/dotnet/{id}.dll", library);
        }

        if (script is not null)
            await AddAsync(package, "interactive-extensions/dotnet/extension.dib", Encoding.UTF8.GetBytes(script));
    }

    private static async Task<byte[]> CompileAsync(string id, string code)
    {
        using var cache = new TemporaryFolder();
        var closure = await new PackageRestorer(Repository.Notebooks, cache.Path).RestoreAsync([new PackageRequest(Engine, EngineVersion)], [], CancellationToken.None);
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location));
        var compilation = CSharpCompilation.Create(
            id,
            [CSharpSyntaxTree.ParseText($"using System; using System.Threading.Tasks; using {Engine}; using {Engine}.Formatting; {code}")],
            framework.Concat(closure.Assemblies.Select(assembly => assembly.CompilePath).OfType<string>()).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return assembly.ToArray();
    }

    private static async Task AddAsync(ZipArchive package, string name, byte[] content)
    {
        await using var entry = await package.CreateEntry(name).OpenAsync();
        await entry.WriteAsync(content);
    }
}
