using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Descent.Cli.Tests.Engines;
using Notebooks.Tests.Lessons;

namespace Notebooks.Tests.Packages;

/// <summary>The course, packed as it was built with these tests, under a version that no package cache can know.</summary>
internal sealed class CoursePackage : IDisposable
{
    public const string Id = "Descent.Interactive";

    /// <summary>Where the package is, from the folder that notebooks run in.</summary>
    public const string RelativeFeed = "feed";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("descent-package-");

    // Stable, as the course's own is: NuGet asks more of those.
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.1.{Random.Shared.Next(1_000_000, int.MaxValue)}");

    /// <summary>The folder that notebooks run in.</summary>
    public string Folder => folder.FullName;

    public string Feed => Path.Combine(Folder, RelativeFeed);

    public string File => Path.Combine(Feed, $"{Id}.{Version}.nupkg");

    public static async Task<CoursePackage> PackAsync()
    {
        var package = new CoursePackage();
        var configuration = typeof(CoursePackage).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var project = Path.Combine(LessonFiles.Course.Root, "lib", "src", Id);
        string[] arguments = ["pack", project, "--no-build", "--configuration", configuration, "--output", package.Feed, $"-p:PackageVersion={package.Version}"];
        using var pack = Process.Start(new ProcessStartInfo(ReleasedEngine.Dotnet, arguments) { RedirectStandardOutput = true })!;
        var said = await pack.StandardOutput.ReadToEndAsync();
        await pack.WaitForExitAsync();
        Assert.True(pack.ExitCode == 0, said);
        return package;
    }

    /// <summary>Takes the package out of the cache too, where the engines have unpacked it.</summary>
    /// <param name="packages">The machine's package cache.</param>
    public void RemoveFrom(string packages)
    {
        var unpacked = Path.Combine(packages, Id.ToLowerInvariant(), Version);
        if (Directory.Exists(unpacked))
            Directory.Delete(unpacked, recursive: true);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
