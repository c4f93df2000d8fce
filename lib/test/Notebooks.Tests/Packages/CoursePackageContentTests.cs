using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Notebooks.Tests.Lessons;

namespace Notebooks.Tests.Packages;

/// <summary>What is in the package.</summary>
public sealed class CoursePackageContentTests
{
    [Fact]
    public async Task The_libraries_are_references_and_the_extension_is_none()
    {
        using var package = await CoursePackage.PackAsync();
        using var archive = await ZipFile.OpenReadAsync(package.File, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "interactive-extensions/dotnet/Descent.Interactive.dll",
                "lib/net10.0/Descent.Notebooks.dll",
                "lib/net10.0/Descent.dll",
                "lib/net10.0/FSharpBridge/FSharp.Core.dll",
                "lib/net10.0/FSharpBridge/Giraffe.ViewEngine.dll",
            ],
            archive.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_asks_for_every_package_that_the_libraries_ask_for()
    {
        using var package = await CoursePackage.PackAsync();
        using var archive = await ZipFile.OpenReadAsync(package.File, TestContext.Current.CancellationToken);
        await using var specification = await archive.GetEntry($"{CoursePackage.Id}.nuspec")!.OpenAsync(TestContext.Current.CancellationToken);
        var document = await XDocument.LoadAsync(specification, LoadOptions.None, TestContext.Current.CancellationToken);
        var asked = document.Descendants().Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(element => (string)element.Attribute("id")!, element => (string)element.Attribute("version")!);

        Assert.All(DependenciesOfLibraries(), needed => Assert.Equal(needed.Version, asked.GetValueOrDefault(needed.Id)));
        Assert.Contains("Microsoft.DotNet.Interactive", asked.Keys);
        Assert.DoesNotContain("Descent.Notebooks", asked.Keys);
    }

    private static List<(string Id, string Version)> DependenciesOfLibraries()
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(LessonFiles.Course.Root, "lib", "bin", "Descent.Notebooks.deps.json")));
        string[] own = ["Descent/0.1.0", "Descent.Notebooks/0.1.0"];
        var all = dependencies.RootElement.GetProperty("targets").EnumerateObject().Single().Value;
        return
        [
            .. from library in own
               from dependency in all.GetProperty(library).GetProperty("dependencies").EnumerateObject()
               where dependency.Name != "Descent"
               select (dependency.Name, dependency.Value.GetString()!),
        ];
    }
}
