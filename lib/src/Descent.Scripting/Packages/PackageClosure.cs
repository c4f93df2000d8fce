namespace Descent.Scripting.Packages;

/// <summary>Everything that a set of packages brings along.</summary>
/// <param name="Packages">The version that each package resolved to.</param>
/// <param name="Assemblies">The assemblies, with what to compile against and what to load.</param>
/// <param name="NativeLibraries">The native libraries for this machine.</param>
/// <param name="Extensions">What some of them have for .NET Interactive to run.</param>
internal sealed record PackageClosure(
    IReadOnlyDictionary<string, string> Packages,
    IReadOnlyList<PackageAssembly> Assemblies,
    IReadOnlyList<string> NativeLibraries,
    IReadOnlyList<PackageExtension> Extensions)
{
    /// <summary>Whether every file is still where it was found.</summary>
    public bool IsPresent() =>
        Assemblies.All(assembly => File.Exists(assembly.RuntimePath) && (assembly.CompilePath is null || File.Exists(assembly.CompilePath)))
        && NativeLibraries.All(File.Exists)
        && Extensions.All(extension => Directory.Exists(extension.Folder));
}

/// <summary>One assembly of a package: the file to load, and the file to compile against if cells may use it.</summary>
internal sealed record PackageAssembly(string RuntimePath, string? CompilePath);
