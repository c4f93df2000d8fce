using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Descent.Scripting.Packages;

/// <summary>Everything that NuGet's answer depends on, as a short name.</summary>
internal static class PackageCacheKey
{
    // Raised when the form of a stored answer changes.
    private const string Format = "2";

    public static string Of(IEnumerable<PackageRequest> packages, IEnumerable<string> sources, string workingDirectory)
    {
        var text = new StringBuilder()
            .AppendLine(Format)
            .AppendLine(RestoreProject.TargetFramework)
            .AppendLine(RuntimeInformation.RuntimeIdentifier)
            .AppendLine(PackageFolders.Global(workingDirectory));
        foreach (var package in packages.Select(package => $"{package.Id.ToLowerInvariant()} {package.Range}").Order(StringComparer.Ordinal))
            text.AppendLine(package);
        foreach (var source in sources.Order(StringComparer.Ordinal))
            text.AppendLine(source);
        foreach (var file in ConfigurationFiles(workingDirectory))
            text.AppendLine(file).AppendLine(File.ReadAllText(file));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    /// <returns>The NuGet configuration files from the folder upward, nearest first.</returns>
    public static IEnumerable<string> ConfigurationFiles(string workingDirectory)
    {
        string[] spellings = ["NuGet.config", "nuget.config", "NuGet.Config"];
        for (var folder = new DirectoryInfo(workingDirectory); folder is not null; folder = folder.Parent)
        {
            var file = spellings.Select(name => Path.Combine(folder.FullName, name)).FirstOrDefault(File.Exists);
            if (file is not null)
                yield return file;
        }
    }
}
