using System.Globalization;
using Descent.Cli.Tests.Support;
using Faults.Tests.Support;

namespace Faults.Tests.Cells;

/// <summary>
/// Values of every odd kind, built from each other at random: they contain themselves, never end, are slow, deep, and throw wherever code of
/// theirs is called. Each test has a kernel of its own, since what is tried here used to end it.
/// </summary>
public sealed class OddValueTests : IDisposable
{
    private const int Values = 2_000;
    private const int MostParts = 12;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Two_thousand_odd_values_are_shown_in_time_and_the_kernel_survives_them()
    {
        using var kernel = new KernelProcess();
        kernel.Run("var kept = 41;");
        kernel.Run(OddValues.Cell);
        // Twenty cells, so that each has few enough outputs for the front end. What a sequence throws is an error of the cell.
        const int Block = Values / 20;
        for (var first = 0; first < Values; first += Block)
        {
            var told = kernel.Run(string.Create(CultureInfo.InvariantCulture, $$"""
                var (slowest, slowestSeed) = (TimeSpan.Zero, -1);
                for (var seed = {{first}}; seed < {{first + Block}}; seed++)
                {
                    var value = OddValues.Make(seed, {{MostParts}});
                    var watch = System.Diagnostics.Stopwatch.StartNew();
                    try { display(value); }
                    catch (Exception exception) when (exception is InvalidOperationException or Mute) { }
                    if (watch.Elapsed > slowest) (slowest, slowestSeed) = (watch.Elapsed, seed);
                }
                $"{slowest.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)} {slowestSeed}"
                """));
            var slowest = told[^1].Content.GetProperty("data").GetProperty("text/plain").GetString()!.Split(' ');
            // Two seconds, and room for a machine that is busy with other tests.
            Assert.True(double.Parse(slowest[0], CultureInfo.InvariantCulture) < 4, $"The value of seed {slowest[1]} took {slowest[0]} s.");
            Assert.InRange(told.Count(message => message.Type == "display_data"), Block / 2, Block);
        }

        Assert.Equal("42", Assert.Single(kernel.Run("kept + 1")).Content.GetProperty("data").GetProperty("text/plain").GetString());
    }

    [Fact]
    public void Work_without_an_end_in_the_framework_leaves_the_kernel_usable_and_can_be_interrupted_at_once()
    {
        using var kernel = new KernelProcess();
        var shown = Assert.Single(kernel.Run("var kept = 41;\nEnumerable.Repeat(0, int.MaxValue).Distinct()")).Content.GetProperty("data");
        Assert.StartsWith("[ 0 ... (the rest takes longer than 1.25 s) ]", shown.GetProperty("text/plain").GetString(), StringComparison.Ordinal);
        Assert.Equal("42", Assert.Single(kernel.Run("kept + 1")).Content.GetProperty("data").GetProperty("text/plain").GetString());
    }

    [Fact]
    public async Task A_run_survives_them_too()
    {
        var run = await DescentCommand.RunAsync("run", folder.Write("odd.ipynb", NotebookText.Of(
            OddValues.Cell,
            "for (var seed = 0; seed < 100; seed++) { try { display(OddValues.Make(seed, 12)); } catch (InvalidOperationException) { } catch (Mute) { } }",
            "var list = new List<object>(); list.Add(list); list")));
        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Output));
        Assert.StartsWith("1 notebooks, 3 cells, 0 errors, ", run.Output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }
}
