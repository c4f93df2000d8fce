using System.Text.Json;

namespace Descent.Scripting.Packages;

/// <summary>Reads what NuGet wrote about a restore (<c>project.assets.json</c>).</summary>
internal static class AssetsFile
{
    public static PackageClosure Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = root.GetProperty("libraries");
        var packages = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var assemblies = new List<PackageAssembly>();
        var native = new List<string>();
        var extensions = new List<PackageExtension>();
        // One target is portable, the other, with a slash in its name, is for this machine.
        var target = root.GetProperty("targets").EnumerateObject().First(target => target.Name.Contains('/', StringComparison.Ordinal));
        foreach (var library in target.Value.EnumerateObject())
        {
            var name = library.Name.Split('/');
            packages[name[0]] = name[1];
            var path = libraries.GetProperty(library.Name).GetProperty("path").GetString()!;
            var compile = Files(library.Value, "compile", folders, path).ToDictionary(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase);
            foreach (var runtime in Files(library.Value, "runtime", folders, path))
                assemblies.Add(new PackageAssembly(runtime, compile.GetValueOrDefault(Path.GetFileName(runtime))));
            native.AddRange(Files(library.Value, "native", folders, path));
            if (HasExtension(libraries.GetProperty(library.Name)))
                extensions.Add(new PackageExtension($"{name[0]} {name[1]}", InFolder(folders, path, PackageExtension.Place)));
        }

        return new PackageClosure(packages, assemblies, native, extensions);
    }

    /// <returns>The errors that NuGet logged.</returns>
    public static IReadOnlyList<PackageComplaint> Errors(string file)
    {
        if (!File.Exists(file))
            return [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        if (!document.RootElement.TryGetProperty("logs", out var logs))
            return [];
        return
        [
            .. logs.EnumerateArray()
                .Where(log => log.GetProperty("level").GetString() == "Error")
                .Select(log => new PackageComplaint(
                    log.GetProperty("code").GetString() ?? "NU1000",
                    log.GetProperty("message").GetString() ?? "",
                    log.TryGetProperty("libraryId", out var id) ? id.GetString() : null)),
        ];
    }

    private static IEnumerable<string> Files(JsonElement library, string kind, List<string> folders, string packagePath)
    {
        if (!library.TryGetProperty(kind, out var assets))
            yield break;
        foreach (var asset in assets.EnumerateObject())
        {
            if (asset.Name.EndsWith("/_._", StringComparison.Ordinal))
                continue;
            yield return InFolder(folders, packagePath, asset.Name);
        }
    }

    private static bool HasExtension(JsonElement library) => library.TryGetProperty("files", out var files)
        && files.EnumerateArray().Any(file => file.GetString()!.StartsWith(PackageExtension.Place, StringComparison.OrdinalIgnoreCase));

    private static string InFolder(List<string> folders, string packagePath, string name)
    {
        var paths = folders.Select(folder => Path.GetFullPath(Path.Combine(folder, packagePath, name))).ToList();
        return paths.FirstOrDefault(Path.Exists) ?? paths[0];
    }
}

/// <summary>An error that NuGet reported, and the package it is about where known.</summary>
internal sealed record PackageComplaint(string Code, string Message, string? PackageId);
