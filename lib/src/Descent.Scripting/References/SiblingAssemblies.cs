using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Descent.Scripting.References;

/// <summary>Follows an assembly's references to the files beside it: for one that has no <c>.deps.json</c>.</summary>
internal static class SiblingAssemblies
{
    public static IReadOnlyList<string> Of(string assemblyPath)
    {
        var folder = Path.GetDirectoryName(assemblyPath)!;
        var found = new List<string>();
        var next = new Queue<string>([assemblyPath]);
        while (next.TryDequeue(out var path))
        {
            var siblings = References(path).Select(name => Path.Combine(folder, name + ".dll"));
            foreach (var file in siblings.Where(file => file != assemblyPath && !found.Contains(file) && File.Exists(file)))
            {
                found.Add(file);
                next.Enqueue(file);
            }
        }

        return found;
    }

    private static List<string> References(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        if (!image.HasMetadata)
            return [];
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
