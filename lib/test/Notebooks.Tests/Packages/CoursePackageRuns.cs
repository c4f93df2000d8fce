using Descent.Cli.Engines;
using Descent.Cli.Notebooks;
using Descent.Cli.Running;
using Descent.Cli.Tests.Engines;
using Notebooks.Tests.Documentation;
using Notebooks.Tests.Lessons;

namespace Notebooks.Tests.Packages;

/// <summary>Small notebooks that load the course in different ways, each run once in both engines.</summary>
public sealed class CoursePackageRuns : IAsyncLifetime
{
    /// <summary>The names of the engines.</summary>
    public const string Own = "descent";
    public const string Released = DotnetInteractive.Name;

    /// <summary>The names of the notebooks, by what they load. The first cell of the third is the sample of README.md.</summary>
    public const string LibrariesAndCall = "libraries, Course.Register(), Plotly.NET.Interactive";
    public const string LibrariesAlone = "libraries";
    public const string PackageFirst = "package, Plotly.NET.Interactive";
    public const string PackageLast = "Plotly.NET.Interactive, package";

    private const string Charts = "#r \"nuget: Plotly.NET.Interactive, 6.0.0\"";

    // A chart of one trace, and one of several: they are of different types.
    private static readonly string[] Shown =
    [
        "using Descent;\nusing Descent.Notebooks;",
        "Tensor.Of(1, 2, 3)",
        "Figures.Curves(x => x, 0, 1, \"One\")",
        "Figures.Curves([Curve.Of(\"up\", x => x, 0, 1), Curve.Of(\"down\", x => 1 - x, 0, 1)], \"Two\")",
    ];

    private readonly Dictionary<(string Engine, string Notebook), LessonResult> results = [];
    private CoursePackage? package;

    /// <summary>The package that they have loaded.</summary>
    internal CoursePackage Package => package!;

    /// <summary>The machine's package cache.</summary>
    internal string Cache { get; private set; } = "";

    internal LessonResult Of(string engine, string notebook) => results[(engine, notebook)];

    public async ValueTask InitializeAsync()
    {
        var released = await ReleasedEngine.FindAsync();
        Cache = CacheOf(released);
        package = await CoursePackage.PackAsync();
        await RunAsync(Own, new RunOptions(), CoursePackage.RelativeFeed);
        // This engine wants a whole path, or an address.
        await RunAsync(Released, new RunOptions { Engine = released }, new Uri(Package.Feed).AbsoluteUri);
    }

    public ValueTask DisposeAsync()
    {
        package?.RemoveFrom(Cache);
        package?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(string engine, RunOptions options, string feed)
    {
        Notebook[] notebooks =
        [
            Of(LibrariesAndCall, [$"{Libraries()}\nDescent.Notebooks.Course.Register()", Charts, .. Shown]),
            Of(LibrariesAlone, [Libraries(), .. Shown]),
            Of(PackageFirst, [DocumentationFiles.PackageSample("README.md", Package.Feed, Package.Version), Charts, .. Shown]),
            Of(PackageLast, [Charts, $"#i \"nuget: {feed}\"\n#r \"nuget: {CoursePackage.Id}, {Package.Version}\"", .. Shown]),
        ];
        var run = await new CourseRunner(options).RunAsync(notebooks, new NoProgress(), TestContext.Current.CancellationToken);
        foreach (var result in run.Lessons)
            results[(engine, result.Notebook.Label)] = result;
    }

    private Notebook Of(string name, string[] cells) => new(
        Path.Combine(Package.Folder, "notebook.ipynb"),
        name,
        [.. cells.Select((source, index) => new NotebookCell(index + 1, $"cell-{index + 1}", CellKind.Code, source, [NotebookCell.RaisesExceptionTag]))]);

    // As the first cell of a lesson, but for Plotly.NET.Interactive.
    private static string Libraries()
    {
        var folder = Path.Combine(LessonFiles.Course.Root, "lib", "bin");
        return $"""
            #r "nuget: MathNet.Numerics, 5.0.0"
            #r "nuget: Plotly.NET.CSharp, 0.14.0"
            #r "{folder}/Descent.dll"
            #r "{folder}/Descent.Notebooks.dll"
            """;
    }

    // The engine lies in it, as CACHE/microsoft.dotnet-interactive/VERSION/tools/…
    private static string CacheOf(EngineProgram released)
    {
        var folder = new FileInfo(released.Arguments[0]).Directory!;
        while (folder.Name != "microsoft.dotnet-interactive")
            folder = folder.Parent!;
        return folder.Parent!.FullName;
    }
}
