namespace Descent.Cli.Figures;

/// <summary>Finds a browser that draws figures without a window: Chromium or one of its kin. Only authors need one.</summary>
internal static class Chromium
{
    /// <summary>Names a browser that stands in no usual place.</summary>
    public const string Variable = "CHROME_BIN";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    private static readonly string[] MacApplications = ["Google Chrome", "Chromium", "Microsoft Edge"];

    private static readonly string[] WindowsPrograms =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>The browser's path; null when there is none.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable(Variable), Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>As <see cref="Find()"/>, with the values of <see cref="Variable"/> and of PATH.</summary>
    public static string? Find(string? named, string searchPath) => string.IsNullOrWhiteSpace(named)
        ? OnPath(searchPath).Concat(UsualPlaces()).FirstOrDefault(File.Exists)
        : File.Exists(named) ? named : null;

    private static IEnumerable<string> OnPath(string searchPath)
    {
        var extension = OperatingSystem.IsWindows() ? ".exe" : "";
        var folders = searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + extension)));
    }

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsMacOS())
            return MacApplications.Select(name => $"/Applications/{name}.app/Contents/MacOS/{name}");
        if (!OperatingSystem.IsWindows())
            return ["/snap/bin/chromium"];
        Environment.SpecialFolder[] folders =
            [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData];
        return folders.SelectMany(folder => WindowsPrograms.Select(program => Path.Combine(Environment.GetFolderPath(folder), program)));
    }
}
