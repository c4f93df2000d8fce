using System.Xml.Linq;

namespace Descent.Scripting.Packages;

/// <summary>Where NuGet keeps the packages that it has unpacked.</summary>
internal static class PackageFolders
{
    public static string Global(string workingDirectory) =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? Path.GetFullPath(chosen)
            : Configured(workingDirectory) ?? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify),
                ".nuget",
                "packages");

    private static string? Configured(string workingDirectory)
    {
        foreach (var file in PackageCacheKey.ConfigurationFiles(workingDirectory))
        {
            var value = XDocument.Load(file).Root?.Element("config")?.Elements("add")
                .FirstOrDefault(entry => (string?)entry.Attribute("key") == "globalPackagesFolder")?.Attribute("value")?.Value;
            if (value is not null)
                return Path.GetFullPath(value, Path.GetDirectoryName(file)!);
        }

        return null;
    }
}
