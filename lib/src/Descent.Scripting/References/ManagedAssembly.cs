using System.Diagnostics;
using System.Reflection;

namespace Descent.Scripting.References;

/// <summary>An assembly file that cells can use.</summary>
/// <param name="Name">The simple name; at most one assembly of each is ever loaded.</param>
/// <param name="Version">The assembly version.</param>
/// <param name="CompilePath">The file to compile against, or null when it is only needed to run.</param>
/// <param name="RuntimePath">The file to load.</param>
internal sealed record ManagedAssembly(string Name, Version Version, string? CompilePath, string RuntimePath)
{
    /// <summary>What to load in place of a file that may be rebuilt; packages never are.</summary>
    public AssemblyImage? Image { get; init; }

    /// <returns>What a file says about itself that may be rebuilt, or null when it is not a managed assembly.</returns>
    public static ManagedAssembly? ReadImage(string path) =>
        Read(path, path) is { } assembly ? assembly with { Image = AssemblyImage.Read(path) } : null;

    /// <returns>What the file says about itself, or null when it is not a managed assembly.</returns>
    public static ManagedAssembly? Read(string runtimePath, string? compilePath)
    {
        try
        {
            var name = AssemblyName.GetAssemblyName(runtimePath);
            return new ManagedAssembly(name.Name!, name.Version ?? new Version(0, 0), compilePath, runtimePath);
        }
        catch (Exception exception) when (exception is BadImageFormatException or FileLoadException)
        {
            return null;
        }
    }

    /// <summary>Whether this one is to be preferred: a higher assembly version, then a higher file version.</summary>
    public bool IsNewerThan(ManagedAssembly other)
    {
        if (RuntimePath == other.RuntimePath)
            return false;
        var order = Version.CompareTo(other.Version);
        return order > 0 || (order == 0 && FileVersion(RuntimePath).CompareTo(FileVersion(other.RuntimePath)) > 0);
    }

    private static Version FileVersion(string path)
    {
        var file = FileVersionInfo.GetVersionInfo(path);
        return new Version(file.FileMajorPart, file.FileMinorPart, file.FileBuildPart, file.FilePrivatePart);
    }
}
