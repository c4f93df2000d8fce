namespace Descent.Scripting.EditingHelp;

/// <summary>Finds an assembly's XML documentation: beside it, or, for the framework, in the SDK.</summary>
internal static class DocumentationFiles
{
    // The framework's own assemblies are cut otherwise than its documentation is.
    private static readonly string[] FrameworkFiles =
        ["System.Runtime", "System.Collections", "System.Linq", "System.Console", "System.Threading", "System.Memory", "System.Text.RegularExpressions"];

    /// <returns>The files that exist, the likeliest first.</returns>
    public static IReadOnlyList<string> For(string assemblyPath)
    {
        var beside = Path.ChangeExtension(assemblyPath, ".xml");
        if (File.Exists(beside))
            return [beside];
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        if (Path.GetDirectoryName(assemblyPath) != framework || ReferenceFolder(framework) is not { } folder)
            return [];
        return [.. FrameworkFiles.Prepend(Path.GetFileNameWithoutExtension(assemblyPath)).Distinct()
            .Select(name => Path.Combine(folder, $"{name}.xml")).Where(File.Exists)];
    }

    // …/dotnet/shared/Microsoft.NETCore.App/10.0.0 → …/dotnet/packs/Microsoft.NETCore.App.Ref/10.0.0/ref/net10.0
    private static string? ReferenceFolder(string framework)
    {
        var packs = Path.GetFullPath(Path.Combine(framework, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        return Directory.Exists(packs)
            ? Directory.GetDirectories(packs).SelectMany(pack => Directory.GetDirectories(Path.Combine(pack, "ref"))).Order().LastOrDefault()
            : null;
    }
}
