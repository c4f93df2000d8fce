using System.Text;
using Descent.Cli.CommandLine;
using Descent.Cli.Figures;
using Descent.Cli.Notebooks;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Figures;

public sealed class PlotlyScriptTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_script_that_draws_charts_comes_from_the_library_that_makes_them()
    {
        var script = Encoding.UTF8.GetString(PlotlyScript.Read(CourseFolder.Find([AppContext.BaseDirectory])));

        Assert.Contains("plotly.js v2.", script[..200], StringComparison.Ordinal);
        Assert.InRange(script.Length, 3_000_000, 5_000_000);
    }

    [Fact]
    public void A_library_that_was_not_built_is_missed()
    {
        var expected = Path.Combine(folder.Path, "lib", "bin", "Plotly.NET.dll");

        Assert.Equal(
            $"plotly.js was not found. Expected it in {expected}. Build once: dotnet build lib/src/Descent.Notebooks",
            Assert.Throws<UserError>(() => PlotlyScript.Read(new CourseFolder(folder.Path))).Message);
    }
}
