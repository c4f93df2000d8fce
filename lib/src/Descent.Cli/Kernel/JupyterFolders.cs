namespace Descent.Cli.Kernel;

/// <summary>Where Jupyter and VS Code look for kernelspecs.</summary>
/// <param name="User">The folder that a user's own kernelspecs go to.</param>
/// <param name="Searched">Every folder that is looked in, this one among them.</param>
internal sealed record JupyterFolders(string User, IReadOnlyList<string> Searched)
{
    private const string Kernels = "kernels";

    public static JupyterFolders Find() => Find(
        Environment.GetEnvironmentVariable,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify),
        OperatingSystem.IsWindows() ? PlatformID.Win32NT : OperatingSystem.IsMacOS() ? PlatformID.MacOSX : PlatformID.Unix);

    public static JupyterFolders Find(Func<string, string?> environment, string home, PlatformID system)
    {
        string? Set(string name) => environment(name) is { Length: > 0 } value ? value : null;
        var path = Set("JUPYTER_PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var standard = system switch
        {
            PlatformID.Win32NT => Path.Combine(Set("APPDATA") ?? Path.Combine(home, "AppData", "Roaming"), "jupyter"),
            PlatformID.MacOSX => Path.Combine(home, "Library", "Jupyter"),
            _ => Path.Combine(Set("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"),
        };
        string[] shared = system == PlatformID.Win32NT
            ? [Path.Combine(Set("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter")]
            : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
        // VS Code knows the first and the last of these alone; whoever sets the second has moved Jupyter's own.
        var user = path.FirstOrDefault() ?? Set("JUPYTER_DATA_DIR") ?? standard;
        string[] searched = [user, .. path, Set("JUPYTER_DATA_DIR") ?? standard, standard, .. shared];
        return new JupyterFolders(Path.Combine(user, Kernels), [.. searched.Distinct().Select(folder => Path.Combine(folder, Kernels))]);
    }
}
