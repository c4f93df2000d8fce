namespace Descent.Cli.Kernel;

/// <summary>Puts this program's kernelspec among those that front ends find, and takes it away. Others' are never touched.</summary>
internal sealed class KernelRegistration(JupyterFolders folders)
{
    /// <summary>The name that C# notebooks ask for.</summary>
    public const string PreferredName = ".net-csharp";
    private const string OtherName = "descent-csharp";

    /// <summary>Writes the kernelspec, or replaces the one that this program wrote before.</summary>
    /// <returns>The name it goes by and its file.</returns>
    public (string Name, string Path) Install(IEnumerable<string> command)
    {
        var name = IsTaken(PreferredName) ? OtherName : PreferredName;
        var folder = Path.Combine(folders.User, name);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, KernelSpec.FileName);
        var temporary = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(temporary, KernelSpec.Write(command));
        File.Move(temporary, path, overwrite: true);
        return (name, path);
    }

    /// <summary>Finds a kernelspec that starts this version of this program.</summary>
    /// <returns>Its file, or null when there is none, or what it would start is gone.</returns>
    public string? FindPresent() =>
        Folders().Where(KernelSpec.StartsThisVersion).Select(folder => Path.Combine(folder, KernelSpec.FileName)).FirstOrDefault();

    /// <summary>Removes what this program wrote.</summary>
    /// <returns>The folders removed.</returns>
    public IReadOnlyList<string> Uninstall()
    {
        var removed = new List<string>();
        foreach (var folder in Folders().Where(KernelSpec.IsOurs))
        {
            Directory.Delete(folder, recursive: true);
            removed.Add(folder);
        }

        return removed;
    }

    private IEnumerable<string> Folders() =>
        folders.Searched.SelectMany(kernels => new[] { PreferredName, OtherName }.Select(name => Path.Combine(kernels, name)));

    private bool IsTaken(string name) => folders.Searched
        .Select(kernels => Path.Combine(kernels, name))
        .Any(folder => File.Exists(Path.Combine(folder, KernelSpec.FileName)) && !KernelSpec.IsOurs(folder));
}
