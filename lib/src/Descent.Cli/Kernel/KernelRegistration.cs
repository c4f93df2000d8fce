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

    /// <summary>Removes what this program wrote.</summary>
    /// <returns>The folders removed.</returns>
    public IReadOnlyList<string> Uninstall()
    {
        var removed = new List<string>();
        foreach (var folder in folders.Searched.SelectMany(kernels => Names().Select(name => Path.Combine(kernels, name))).Where(KernelSpec.IsOurs))
        {
            Directory.Delete(folder, recursive: true);
            removed.Add(folder);
        }

        return removed;
    }

    private static string[] Names() => [PreferredName, OtherName];

    private bool IsTaken(string name) => folders.Searched
        .Select(kernels => Path.Combine(kernels, name))
        .Any(folder => File.Exists(Path.Combine(folder, KernelSpec.FileName)) && !KernelSpec.IsOurs(folder));
}
