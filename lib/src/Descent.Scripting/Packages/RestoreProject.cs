using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Descent.Scripting.Packages;

/// <summary>The throw-away project whose restore answers what a set of packages brings along.</summary>
internal static class RestoreProject
{
    public static string TargetFramework => $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    public static void Write(string path, IEnumerable<PackageRequest> packages, IEnumerable<string> sources, string configurationFolder)
    {
        var project = new XElement(
            "Project",
            new XElement(
                "PropertyGroup",
                // Nothing that surrounds the folder may have a say.
                new XElement("ImportDirectoryBuildProps", false),
                new XElement("ImportDirectoryBuildTargets", false),
                new XElement("ImportDirectoryPackagesProps", false)),
            new XElement("Import", new XAttribute("Project", "Sdk.props"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", TargetFramework),
                new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
                new XElement("SelfContained", false),
                new XElement("UseAppHost", false),
                new XElement("NuGetAudit", false),
                new XElement("RestorePackagesWithLockFile", false),
                new XElement("RestoreRootConfigDirectory", configurationFolder),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', sources))),
            new XElement(
                "ItemGroup",
                packages.Select(package => new XElement(
                    "PackageReference",
                    new XAttribute("Include", package.Id),
                    new XAttribute("Version", package.Range)))),
            new XElement("Import", new XAttribute("Project", "Sdk.targets"), new XAttribute("Sdk", "Microsoft.NET.Sdk")));
        project.Save(path);
    }
}
