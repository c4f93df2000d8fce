using Descent.Cli.Tests.Support;
using Faults.Tests.Support;

namespace Faults.Tests.Packages;

/// <summary>Packages without a network, and from several processes at once.</summary>
public sealed class PackageFaultTests : IDisposable
{
    private const string UsePackage = "#r \"nuget: MathNet.Numerics, 5.0.0\"\nConsole.Write(typeof(MathNet.Numerics.Constants).Assembly.GetName().Version);";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_a_network_a_lesson_runs_from_the_packages_on_this_machine()
    {
        UseSource("https://127.0.0.1:9/v3/index.json");
        var notebooks = Directory.CreateDirectory(folder.File("notebooks")).FullName;
        Directory.CreateSymbolicLink(folder.File("lib"), Path.Combine(Checkout.Root, "lib"));
        Directory.CreateSymbolicLink(folder.File("data"), Path.Combine(Checkout.Root, "data"));
        var lesson = Path.Combine(notebooks, "03-numerical-differentiation.ipynb");
        File.Copy(Path.Combine(Checkout.Root, "notebooks", Path.GetFileName(lesson)), lesson);
        var run = await RunAsync(lesson);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    [Fact]
    public async Task Without_a_network_and_without_packages_the_message_says_what_to_do()
    {
        UseSource("https://127.0.0.1:9/v3/index.json");
        var run = await RunAsync(folder.Write("n.ipynb", NotebookText.Of("1", UsePackage)), emptyPackages: true);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("(1,4): error NU1301: Package MathNet.Numerics 5.0.0 could not be restored.", run.Output, StringComparison.Ordinal);
        Assert.Contains("If this machine has no network, connect it once", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_processes_that_restore_the_same_package_at_once_all_get_it()
    {
        // A source of one package: the file from which it was once unpacked.
        var source = Directory.CreateDirectory(folder.File("source")).FullName;
        File.Copy(Path.Combine(Packages, "mathnet.numerics", "5.0.0", "mathnet.numerics.5.0.0.nupkg"), Path.Combine(source, "mathnet.numerics.5.0.0.nupkg"));
        UseSource(source);
        var notebook = folder.Write("n.ipynb", NotebookText.Of(UsePackage));
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(notebook, emptyPackages: true)));
        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Output + run.Error));
        // Nothing that they worked with is left, but the answer for the next one.
        Assert.Equal([".json"], Directory.GetFiles(Path.Combine(folder.File("cache"), "descent", "packages")).Select(Path.GetExtension));
    }

    private static string Packages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private void UseSource(string source) => folder.Write(
        "NuGet.config",
        $"""<configuration><packageSources><clear /><add key="only" value="{System.Security.SecurityElement.Escape(source)}" /></packageSources></configuration>""");

    private Task<CommandResult> RunAsync(string notebook, bool emptyPackages = false)
    {
        var start = DescentCommand.StartInfo("run", notebook);
        // Answers that earlier runs have remembered are out of sight.
        start.Environment["XDG_DATA_HOME"] = Directory.CreateDirectory(folder.File("cache")).FullName;
        if (emptyPackages)
            start.Environment["NUGET_PACKAGES"] = folder.File("packages");
        return DescentCommand.RunAsync(start);
    }
}
