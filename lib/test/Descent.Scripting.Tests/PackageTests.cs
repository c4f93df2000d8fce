using System.Runtime.Loader;
namespace Descent.Scripting.Tests;

public sealed class PackageTests
{
    private const string Setup = """
        #r "nuget: MathNet.Numerics, 5.0.0"
        #r "nuget: Plotly.NET.Interactive, 6.0.0"
        #r "nuget: Plotly.NET.CSharp, 0.14.0"
        #r "../lib/bin/Descent.dll"
        #r "../lib/bin/Descent.Notebooks.dll"
        using Descent;
        using Descent.Notebooks;
        using Plotly.NET.CSharp;
        Course.Register();
        """;

    // With FSharp.Core loaded twice, drawing fails with a missing method in Giraffe.ViewEngine.
    [Fact]
    public async Task A_chart_displays_with_one_FSharp_Core()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync(Setup);
        await cells.ValueOfAsync("""
            var chart = Chart.Line<double, double, string>(new[] { 1.0, 2 }, new[] { 3.0, 4 });
            var page = Plotly.NET.GenericChart.toChartHTML(chart);
            display(chart);
            var vector = Tensor.Of(1, 2).AsVector();    // assemblies load when first used; this uses MathNet.Numerics
            """);
        Assert.StartsWith("<div", await cells.ValueOfAsync("page.Trim()"), StringComparison.Ordinal);
        var bundle = Assert.IsType<CellOutput.Display>(Assert.Single(cells.Outputs)).Bundle;
        Assert.Contains("\"data\"", bundle.Forms["application/vnd.plotly.v1+json"], StringComparison.Ordinal);
        foreach (var name in (string[])["FSharp.Core", "Plotly.NET", "MathNet.Numerics", "Newtonsoft.Json", "Microsoft.DotNet.Interactive.Formatting"])
            Assert.Single(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name == name);
    }

    [Fact]
    public async Task The_course_library_and_MathNet_share_their_types()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync(Setup);
        Assert.Equal("[1, 2, 3]", await cells.ValueOfAsync("Tensor.Of(1, 2, 3)"));
        Assert.Equal("6", await cells.ValueOfAsync("MathNet.Numerics.LinearAlgebra.Vector<double> v = Tensor.Of(1, 2, 3).AsVector(); v.Sum()"));
    }

    [Fact]
    public async Task A_version_that_is_loaded_costs_nothing_and_another_one_is_refused()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), "", TestContext.Current.CancellationToken);
        // Nothing can be remembered there, so only what is loaded can make a line cost nothing.
        await using var cells = new Recorder(configure: options => options with { CacheDirectory = Path.Combine(folder.File("file"), "cache") });
        var first = await TimeAsync("#r \"nuget: MathNet.Numerics, 5.0.0\"");
        var again = await TimeAsync("#r \"nuget:MathNet.Numerics,5.0.0\"\n#r \"nuget: MathNet.Numerics\"");
        Assert.True(again < first / 2, $"{first} with a restore, {again} without");
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#r \"nuget: MathNet.Numerics, 4.15.0\""));
        Assert.Equal(
            "Package MathNet.Numerics 4.15.0 cannot be loaded: this session already uses version 5.0.0. Restart the kernel to use another version.",
            Assert.Single(failed.Diagnostics).Message);

        async Task<TimeSpan> TimeAsync(string code)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await cells.ValueOfAsync(code);
            return watch.Elapsed;
        }
    }

    [Fact]
    public async Task A_package_that_does_not_exist_is_named_with_what_NuGet_says()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("var kept = 1;");
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("\n#r \"nuget: Descent.No.Such.Package, 1.2.3\""));
        var diagnostic = Assert.Single(failed.Diagnostics);
        Assert.Equal(("NU1101", 2, 4), (diagnostic.Id, diagnostic.Line, diagnostic.Column));
        Assert.StartsWith("Package Descent.No.Such.Package 1.2.3 could not be restored. NuGet says: Unable to find package", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("Check the name and the version.", diagnostic.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", diagnostic.Message, StringComparison.Ordinal);
        failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#r \"nuget: MathNet.Numerics, 99.0.0\""));
        Assert.Equal("NU1102", Assert.Single(failed.Diagnostics).Id);
        Assert.Equal("1", await cells.ValueOfAsync("kept"));
    }

    [Fact]
    public async Task Without_a_reachable_source_packages_on_this_machine_are_used()
    {
        using var folder = new TemporaryFolder();
        await WriteUnreachableSourceAsync(folder);
        await using var cells = new Recorder(folder.Path, options => options with { CacheDirectory = folder.File("cache") });
        Assert.Equal("5", await cells.ValueOfAsync(
            "#r \"nuget: MathNet.Numerics, 5.0.0\"\ntypeof(MathNet.Numerics.Constants).Assembly.GetName().Version.Major"));
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("#r \"nuget: Descent.No.Such.Package, 1.0.0\""));
        Assert.Contains("Descent.No.Such.Package 1.0.0", failed.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("no network", failed.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_restores_of_one_set_at_once_agree()
    {
        using var cache = new TemporaryFolder();
        var requests = (List<Packages.PackageRequest>)[new("Newtonsoft.Json", "13.0.4")];
        var closures = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            new Packages.PackageRestorer(Repository.Notebooks, cache.Path).RestoreAsync(requests, [], TestContext.Current.CancellationToken)));
        Assert.All(closures, closure => Assert.Equal("13.0.4", closure.Packages["Newtonsoft.Json"]));
        Assert.Equal([".json"], Directory.GetFiles(cache.Path).Select(Path.GetExtension));
    }

    [Fact]
    public async Task A_damaged_or_outdated_cache_entry_is_not_believed()
    {
        using var folder = new TemporaryFolder();
        var cache = new Packages.PackageCache(folder.Path);
        cache.Store("one", new Packages.PackageClosure(new Dictionary<string, string> { ["A"] = "1.0" }, [new(folder.File("one.json"), null)], [], []));
        Assert.Equal("1.0", cache.Find("one", mayAge: true)!.Packages["A"]);
        cache.Store("two", new Packages.PackageClosure(new Dictionary<string, string>(), [new(folder.File("gone.dll"), null)], [], []));
        Assert.Null(cache.Find("two", mayAge: true));
        await File.WriteAllTextAsync(folder.File("one.json"), "{", TestContext.Current.CancellationToken);
        Assert.Null(cache.Find("one", mayAge: true));
    }

    [Theory]
    [InlineData("nuget: A.B, 1.0", "A.B", "1.0", "[1.0]")]
    [InlineData("nuget:A.B,1.0", "A.B", "1.0", "[1.0]")]
    [InlineData("NuGet: A", "A", null, "*")]
    [InlineData("nuget: A, 1.*", "A", "1.*", "1.*")]
    [InlineData("nuget: A, [1.0, 2.0)", "A", "[1.0, 2.0)", "[1.0, 2.0)")]
    public void A_package_line_is_read_as_written(string line, string id, string? version, string range)
    {
        var request = Packages.PackageRequest.Parse(line)!;
        Assert.Equal((id, version, range), (request.Id, request.Version, request.Range));
    }

    [Theory]
    [InlineData("nuget:")]
    [InlineData("nuget: A B")]
    [InlineData("nuget: A,")]
    public async Task A_malformed_package_line_says_what_is_expected(string line)
    {
        await using var cells = new Recorder();
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync($"#r \"{line}\""));
        Assert.Equal($"'{line}' is not of the form \"nuget: Package, Version\".", Assert.Single(failed.Diagnostics).Message);
    }

    [Fact]
    public async Task A_folder_of_packages_that_is_not_there_is_named_as_it_was_written_and_forgotten()
    {
        using var folder = new TemporaryFolder();
        await using var cells = new Recorder(folder.Path, options => options with { CacheDirectory = folder.File("cache") });
        var failed = Assert.IsType<CellResult.CompilationFailed>(await cells.RunAsync("\n#i \"nuget: nowhere\"\n1"));
        var diagnostic = Assert.Single(failed.Diagnostics);
        Assert.Equal(("NU1301", 2, 1), (diagnostic.Id, diagnostic.Line, diagnostic.Column));
        Assert.Equal(
            "'nuget: nowhere' names no folder of packages: there is none of that name. A relative path is relative to the notebook's folder. "
                + "If the package is made from source, run dotnet pack first.",
            diagnostic.Message);
        Directory.CreateDirectory(folder.File("here"));
        Assert.Equal("5", await cells.ValueOfAsync(
            "#i \"nuget: here\"\n#r \"nuget: MathNet.Numerics, 5.0.0\"\ntypeof(MathNet.Numerics.Constants).Assembly.GetName().Version.Major"));
    }

    private static Task WriteUnreachableSourceAsync(TemporaryFolder folder) => File.WriteAllTextAsync(
        folder.File("NuGet.config"),
        """
        <configuration><packageSources><clear /><add key="unreachable" value="https://127.0.0.1:9/v3/index.json" /></packageSources></configuration>
        """);
}
