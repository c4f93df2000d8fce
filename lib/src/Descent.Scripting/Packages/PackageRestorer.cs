using System.Text.RegularExpressions;

namespace Descent.Scripting.Packages;

/// <summary>Asks the SDK what a set of packages brings along, or remembers what it answered before.</summary>
internal sealed partial class PackageRestorer(string workingDirectory, string cacheDirectory)
{
    private static readonly string[] UnreachableSource = ["NU1301", "NU1300"];

    private readonly PackageCache cache = new(cacheDirectory);

    /// <exception cref="PackageRestoreException">A package does not restore.</exception>
    public async Task<PackageClosure> RestoreAsync(
        IReadOnlyList<PackageRequest> packages,
        IReadOnlyList<string> sources,
        CancellationToken cancellation)
    {
        var key = PackageCacheKey.Of(packages, sources, workingDirectory);
        var mayAge = packages.All(package => package.IsExact);
        if (cache.Find(key, mayAge) is { } known)
            return known;
        await using var held = await cache.LockAsync(key, cancellation).ConfigureAwait(false);
        // Another process may have restored the same set while this one waited.
        if (cache.Find(key, mayAge) is { } fresh)
            return fresh;
        var closure = await RestoreWithSdkAsync(packages, sources, cancellation).ConfigureAwait(false);
        cache.Store(key, closure);
        return closure;
    }

    private async Task<PackageClosure> RestoreWithSdkAsync(
        IReadOnlyList<PackageRequest> packages,
        IReadOnlyList<string> sources,
        CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("descent-restore-").FullName;
        try
        {
            var project = Path.Combine(folder, "packages.csproj");
            var assets = Path.Combine(folder, "obj", "project.assets.json");
            RestoreProject.Write(project, packages, sources, workingDirectory);
            var (exitCode, output) = await RestoreAsync(project, [], cancellation).ConfigureAwait(false);
            if (exitCode == 0)
                return AssetsFile.Read(assets);
            var errors = Errors(assets, output);
            if (!errors.Any(error => UnreachableSource.Contains(error.Code)))
                throw new PackageRestoreException(errors);
            // The packages may all be on this machine although the source cannot be reached to ask about them.
            var (offlineExitCode, _) = await RestoreAsync(project, ["--source", PackageFolders.Global(workingDirectory)], cancellation)
                .ConfigureAwait(false);
            return offlineExitCode == 0 ? AssetsFile.Read(assets) : throw new PackageRestoreException(errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<(int ExitCode, string Output)> RestoreAsync(string project, string[] arguments, CancellationToken cancellation) =>
        DotnetHost.RunAsync(["restore", project, "--verbosity", "quiet", .. arguments], workingDirectory, cancellation);

    private static IReadOnlyList<PackageComplaint> Errors(string assets, string output)
    {
        if (AssetsFile.Errors(assets) is { Count: > 0 } logged)
            return logged;
        var printed = ErrorLine().Matches(output)
            .Select(match => new PackageComplaint(match.Groups["code"].Value, match.Groups["message"].Value.Trim(), null))
            .DistinctBy(complaint => complaint.Message)
            .ToList();
        return printed.Count > 0 ? printed : [new PackageComplaint("NU1000", output.Trim(), null)];
    }

    [GeneratedRegex(@"error (?<code>[A-Z]+\d+): (?<message>.*?)( \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
