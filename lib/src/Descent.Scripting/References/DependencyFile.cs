using System.Text.Json;

namespace Descent.Scripting.References;

/// <summary>Finds the files that an assembly's <c>.deps.json</c> names: beside it, or in the NuGet package folders.</summary>
internal sealed class DependencyFile(IReadOnlyList<string> packageFolders)
{
    /// <returns>The full paths of the managed and of the native files that could be found, the assembly itself excluded.</returns>
    public (IReadOnlyList<string> Managed, IReadOnlyList<string> Native) Read(string assemblyPath)
    {
        var managed = new List<string>();
        var native = new List<string>();
        var file = Path.ChangeExtension(assemblyPath, ".deps.json");
        if (!File.Exists(file))
            return (SiblingAssemblies.Of(assemblyPath), []);
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = document.RootElement;
        var targetName = root.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        var folder = Path.GetDirectoryName(assemblyPath)!;
        foreach (var library in root.GetProperty("targets").GetProperty(targetName).EnumerateObject())
        {
            var packagePath = root.GetProperty("libraries").GetProperty(library.Name).TryGetProperty("path", out var path)
                ? path.GetString()
                : null;
            managed.AddRange(Assets(library.Value, "runtime").Select(asset => Find(folder, packagePath, asset)).OfType<string>());
            native.AddRange(Assets(library.Value, "native").Select(asset => Find(folder, packagePath, asset)).OfType<string>());
            foreach (var (asset, type) in RuntimeSpecificAssets(library.Value))
            {
                if (Find(folder, packagePath, asset) is { } found)
                    (type == "native" ? native : managed).Add(found);
            }
        }

        managed.RemoveAll(found => found == assemblyPath);
        return (managed, native);
    }

    private static IEnumerable<string> Assets(JsonElement library, string kind) =>
        library.TryGetProperty(kind, out var assets) ? assets.EnumerateObject().Select(asset => asset.Name) : [];

    private static IEnumerable<(string Path, string? Type)> RuntimeSpecificAssets(JsonElement library)
    {
        if (!library.TryGetProperty("runtimeTargets", out var assets))
            yield break;
        foreach (var asset in assets.EnumerateObject())
        {
            if (RuntimeIdentifiers.Match(asset.Value.GetProperty("rid").GetString()!))
                yield return (asset.Name, asset.Value.GetProperty("assetType").GetString());
        }
    }

    private string? Find(string folder, string? packagePath, string asset)
    {
        string[] beside = [Path.Combine(folder, asset), Path.Combine(folder, Path.GetFileName(asset))];
        var inPackages = packagePath is null ? [] : packageFolders.Select(root => Path.Combine(root, packagePath, asset));
        return beside.Concat(inPackages).FirstOrDefault(File.Exists);
    }
}
