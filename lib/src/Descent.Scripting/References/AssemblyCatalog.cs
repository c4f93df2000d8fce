using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Descent.Scripting.References;

/// <summary>
/// The assemblies that a session's cells can use, one per simple name: what the host has, else the highest version asked
/// for. All of them load into the default context, so that a library and a cell never see two copies of one type.
/// </summary>
internal sealed class AssemblyCatalog : IDisposable
{
    private readonly ConcurrentDictionary<string, ManagedAssembly> assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> nativeLibraries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PortableExecutableReference> references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> hostFiles;

    public AssemblyCatalog()
    {
        hostFiles = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(paths => paths.Key, paths => paths.First(), StringComparer.OrdinalIgnoreCase);
        AssemblyLoadContext.Default.Resolving += Resolve;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += ResolveNative;
    }

    /// <summary>What to compile the next cell against.</summary>
    public IReadOnlyCollection<PortableExecutableReference> References => references.Values;

    public void Dispose()
    {
        AssemblyLoadContext.Default.Resolving -= Resolve;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll -= ResolveNative;
    }

    /// <summary>Whether cells can use an assembly of that name already, so that it needs no file.</summary>
    public bool Has(string name) => references.ContainsKey(name);

    /// <summary>Adds an assembly that the host itself has loaded or can load.</summary>
    public PortableExecutableReference AddHostFile(string path)
    {
        var reference = MetadataFile.Map(path);
        references[Path.GetFileNameWithoutExtension(path)] = reference;
        return reference;
    }

    public void AddNative(string path)
    {
        nativeLibraries.TryAdd(Path.GetFileName(path), path);
        nativeLibraries.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    public void Add(ManagedAssembly assembly)
    {
        var host = HostFile(assembly.Name);
        if (host is not null)
        {
            if (assembly.CompilePath is not null && !references.ContainsKey(assembly.Name))
                references[assembly.Name] = MetadataFile.Read(host);
            return;
        }

        if (assemblies.TryGetValue(assembly.Name, out var present) && !assembly.IsNewerThan(present))
            assembly = assembly.CompilePath is null || present.CompilePath is not null
                ? present
                : present with { CompilePath = present.RuntimePath };
        assemblies[assembly.Name] = assembly;
        if (assembly.CompilePath is { } path && (!references.TryGetValue(assembly.Name, out var known) || known.FilePath != path))
            references[assembly.Name] = MetadataFile.Read(path);
    }

    /// <summary>The file of that name which is in the process already, or which the host would load in any case.</summary>
    private string? HostFile(string name)
    {
        if (hostFiles.TryGetValue(name, out var path))
            return path;
        var loaded = AssemblyLoadContext.Default.Assemblies.FirstOrDefault(
            assembly => !assembly.IsDynamic && string.Equals(assembly.GetName().Name, name, StringComparison.OrdinalIgnoreCase));
        if (loaded is null)
            return null;
        // What was loaded from a copy has no place of its own.
        return loaded.Location.Length > 0 ? loaded.Location : assemblies.GetValueOrDefault(name)?.RuntimePath;
    }

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is { } simple && assemblies.TryGetValue(simple, out var assembly)
            ? assembly.Image?.Load() ?? context.LoadFromAssemblyPath(assembly.RuntimePath)
            : null;

    private nint ResolveNative(Assembly assembly, string name)
    {
        string[] spellings = [name, $"lib{name}", Path.GetFileNameWithoutExtension(name)];
        foreach (var spelling in spellings)
        {
            if (nativeLibraries.TryGetValue(spelling, out var path) && NativeLibrary.TryLoad(path, out var handle))
                return handle;
        }

        return 0;
    }
}
