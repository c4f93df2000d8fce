using Descent.Scripting.Compilation;
using Descent.Scripting.Packages;

namespace Descent.Scripting.References;

/// <summary>Makes what a cell's <c>#r</c> and <c>#i</c> lines name available to it and to later cells.</summary>
internal sealed class DirectiveResolver(ScriptSessionOptions options, AssemblyCatalog catalog)
{
    private const string FileNotFound = "CS0006";

    private readonly PackageRestorer restorer = new(options.WorkingDirectory, options.CacheDirectory);
    private readonly DependencyFile dependencies = new([PackageFolders.Global(options.WorkingDirectory)]);
    private readonly Dictionary<string, string> loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PackageRequest> requested = [];
    private readonly List<string> sources = [];
    private readonly HashSet<string> files = [];
    private readonly List<PackageExtension> extensions = [];

    /// <summary>What the packages so far have for .NET Interactive to run.</summary>
    public IReadOnlyList<PackageExtension> Extensions => extensions;

    /// <returns>What could not be had; empty when all is well.</returns>
    public async Task<IReadOnlyList<CellDiagnostic>> ResolveAsync(CellSource source, CancellationToken cancellation)
    {
        var complaints = new List<CellDiagnostic>();
        foreach (var directive in source.PackageSources)
            AddSource(directive, source, complaints);
        await ResolvePackagesAsync(source, complaints, cancellation).ConfigureAwait(false);
        foreach (var directive in source.References.Where(directive => !PackageRequest.IsPackage(directive.Argument)))
            ResolveFile(directive, source, complaints);
        return complaints;
    }

    private void AddSource(CellDirective directive, CellSource source, List<CellDiagnostic> complaints)
    {
        var address = PackageSource.Parse(directive.Argument, options.WorkingDirectory);
        if (PackageSource.IsAddress(address) || Directory.Exists(address))
            sources.Add(address);
        else
            complaints.Add(At(
                directive,
                source,
                "NU1301",
                $"'{directive.Argument}' names no folder of packages: there is none of that name. A relative path is relative to the notebook's folder. "
                    + "If the package is made from source, run dotnet pack first."));
    }

    private async Task ResolvePackagesAsync(CellSource source, List<CellDiagnostic> complaints, CancellationToken cancellation)
    {
        var wanted = new List<(PackageRequest Request, CellDirective Directive)>();
        foreach (var directive in source.References.Where(directive => PackageRequest.IsPackage(directive.Argument)))
        {
            if (PackageRequest.Parse(directive.Argument) is not { } request)
                complaints.Add(At(directive, source, FileNotFound, $"'{directive.Argument}' is not of the form \"nuget: Package, Version\"."));
            else if (Conflict(request) is { } conflict)
                complaints.Add(At(directive, source, "NU1605", conflict));
            else if (!loaded.ContainsKey(request.Id))
                wanted.Add((request, directive));
        }

        if (wanted.Count == 0 || complaints.Count > 0)
            return;
        try
        {
            List<PackageRequest> all = [.. requested, .. wanted.Select(one => one.Request)];
            var closure = await restorer.RestoreAsync(all, sources, cancellation).ConfigureAwait(false);
            Add(closure);
            requested.AddRange(wanted.Select(one => one.Request with { Version = closure.Packages[one.Request.Id] }));
        }
        catch (PackageRestoreException exception)
        {
            complaints.AddRange(exception.Complaints.Select(complaint => Explain(complaint, wanted, source)));
        }
    }

    private string? Conflict(PackageRequest request) =>
        request.IsExact && loaded.TryGetValue(request.Id, out var version) && !string.Equals(version, request.Version, StringComparison.OrdinalIgnoreCase)
            ? $"Package {request.Id} {request.Version} cannot be loaded: this session already uses version {version}. "
                + "Restart the kernel to use another version."
            : null;

    private void Add(PackageClosure closure)
    {
        foreach (var assembly in closure.Assemblies)
        {
            if (ManagedAssembly.Read(assembly.RuntimePath, assembly.CompilePath) is { } managed)
                catalog.Add(managed);
        }

        foreach (var native in closure.NativeLibraries)
            catalog.AddNative(native);
        foreach (var (id, version) in closure.Packages)
            loaded[id] = version;
        extensions.AddRange(closure.Extensions.Except(extensions));
    }

    private static CellDiagnostic Explain(
        PackageComplaint complaint,
        List<(PackageRequest Request, CellDirective Directive)> wanted,
        CellSource source)
    {
        var about = wanted.FirstOrDefault(one => string.Equals(one.Request.Id, complaint.PackageId, StringComparison.OrdinalIgnoreCase));
        if (about.Request is null)
            about = wanted.FirstOrDefault(one => complaint.Message.Contains(one.Request.Id, StringComparison.OrdinalIgnoreCase));
        if (about.Request is null)
            about = wanted[0];
        return At(
            about.Directive,
            source,
            complaint.Code,
            $"Package {about.Request} could not be restored. NuGet says: {complaint.Message}{Environment.NewLine}"
                + "Check the name and the version. If this machine has no network, connect it once: "
                + "a package that has been restored before is found without.");
    }

    private void ResolveFile(CellDirective directive, CellSource source, List<CellDiagnostic> complaints)
    {
        var path = Path.GetFullPath(directive.Argument, options.WorkingDirectory);
        if (!File.Exists(path) && catalog.Has(directive.Argument))
            return;
        if (!File.Exists(path))
        {
            complaints.Add(At(
                directive,
                source,
                FileNotFound,
                $"'{directive.Argument}' was not found at {path}. A relative path is relative to the notebook's folder, "
                    + $"{options.WorkingDirectory}. If the file is built from source, build it first."));
        }
        else if (ManagedAssembly.ReadImage(path) is not { } assembly)
        {
            complaints.Add(At(directive, source, "CS0009", $"'{path}' is not a .NET assembly."));
        }
        else if (files.Add(path))
        {
            catalog.Add(assembly);
            var (managed, native) = dependencies.Read(path);
            foreach (var dependency in managed.Select(ManagedAssembly.ReadImage).OfType<ManagedAssembly>())
                catalog.Add(dependency);
            foreach (var library in native)
                catalog.AddNative(library);
        }
    }

    private static CellDiagnostic At(CellDirective directive, CellSource source, string id, string message) =>
        DiagnosticTranslator.At(directive.Location, source, id, message);
}
