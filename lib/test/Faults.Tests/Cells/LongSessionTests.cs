using System.Diagnostics;
using System.Globalization;
using Descent.Cli.Tests.Support;

namespace Faults.Tests.Cells;

/// <summary>A learner who runs short cells all day, as a front end sees it.</summary>
public sealed class LongSessionTests
{
    private const int Cells = 600;
    private const int Compared = 60;
    private const int WarmUp = 30;

    [Fact]
    public void Hundreds_of_short_cells_take_about_as_long_at_the_end_as_in_a_kernel_that_has_just_started()
    {
        using var old = new KernelProcess();
        using var young = new KernelProcess();
        old.Run("var x = 0;");
        young.Run("var x = 0;");
        for (var cell = 0; cell < WarmUp; cell++)
            old.Run("x++;");
        var before = Memory(old);
        for (var cell = WarmUp; cell < Cells - Compared; cell++)
            old.Run("x++;");
        var bytesOfCell = (Memory(old) - before) / (Cells - Compared - WarmUp);
        for (var cell = 0; cell < WarmUp; cell++)
            young.Run("x++;");

        // By turns, so that whatever else the machine does slows both.
        var (late, early) = (new List<double>(), new List<double>());
        for (var cell = 0; cell < Compared; cell++)
        {
            early.Add(Time(young));
            late.Add(Time(old));
        }

        var ratio = Median(late) / Median(early);
        var report = string.Create(CultureInfo.InvariantCulture, $"{Median(early):F1} ms, later {Median(late):F1} ms a cell, {ratio:F2} times; {bytesOfCell:N0} bytes a cell");
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.Equal(Cells, Number(old, "x"));
        // Measured: 1.1 times, and 46,000 bytes, which are the cell's compiled code.
        Assert.True(ratio < 2, report);
        Assert.InRange(bytesOfCell, 10_000, 70_000);
    }

    private static double Time(KernelProcess kernel)
    {
        var watch = Stopwatch.StartNew();
        kernel.Run("x++;");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static long Memory(KernelProcess kernel) => Number(kernel, "GC.GetTotalMemory(forceFullCollection: true)");

    private static long Number(KernelProcess kernel, string code) => long.Parse(
        Assert.Single(kernel.Run(code)).Content.GetProperty("data").GetProperty("text/plain").GetString()!, CultureInfo.InvariantCulture);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
