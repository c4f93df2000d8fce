using System.Globalization;
using Descent.Cli.Tests.Support;
using Faults.Tests.Support;

namespace Faults.Tests.Cells;

/// <summary>Cells that take memory without end. The ceiling is set low here, so that the machine is not filled.</summary>
public sealed class MemoryTests : IDisposable
{
    private const string Advice = "Cells may hold 0.4 GB on this machine in all. Set large variables to null, or restart the kernel.";
    private static readonly (string Name, string Value) Ceiling = ("DOTNET_GCHeapHardLimit", "0x18000000");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Memory_that_runs_out_is_an_error_of_the_cell_and_can_be_freed()
    {
        using var kernel = new KernelProcess(Ceiling);
        kernel.Run("var all = new List<byte[]>(); object chain = null; var kept = 7;");
        string[] cells =
        [
            "while (true) all.Add(new byte[1_000_000]);",
            "all = null; while (true) chain = new object[] { chain, new byte[100] };",
            "chain = null; var text = \"x\"; while (true) text += text;",
        ];
        foreach (var cell in cells)
        {
            var failed = kernel.Client.Execute(cell)[^1];
            Assert.Equal("System.OutOfMemoryException", failed.Text("ename"));
            Assert.EndsWith(Advice, failed.Text("evalue"), StringComparison.Ordinal);
        }

        // The session goes on with everything that it had, and with what has been freed.
        kernel.Run("text = null;");
        Assert.Equal("100000007", Assert.Single(kernel.Run("new byte[100_000_000].Length + kept")).Content.GetProperty("data").GetProperty("text/plain").GetString());
    }

    [Fact]
    public async Task A_run_reports_it_too_and_goes_on_with_the_next_lesson()
    {
        // How much room for small objects is left when large ones have taken the rest is chance: several amounts of them are tried.
        int[] amounts = [0, 50, 100, 150];
        var greedy = amounts.Select(amount => folder.Write(
            $"{amount}.ipynb",
            NotebookText.Of($"var small = Enumerable.Range(0, {amount}).Select(_ => new byte[20_000]).ToList();\nvar all = new List<byte[]>();\nwhile (true) all.Add(new byte[1_000_000]);")));
        var start = DescentCommand.StartInfo(["run", .. greedy, folder.Write("last.ipynb", NotebookText.Of("1 + 1"))]);
        start.Environment[Ceiling.Name] = Ceiling.Value;
        var run = await DescentCommand.RunAsync(start);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(amounts.Length, run.Output.Split('\n').Count(line => line == Advice));
        Assert.Equal(amounts.Length, run.Output.Split('\n').Count(line => line.Contains(", cell 1 (line 3): error: System.OutOfMemoryException: ", StringComparison.Ordinal)));
        Assert.StartsWith("5 notebooks, 5 cells, 4 errors, ", run.Output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_kernel_may_hold_half_of_the_machine_s_memory_as_it_is_built()
    {
        using var kernel = new KernelProcess();
        var ceiling = long.Parse(
            Assert.Single(kernel.Run("GC.GetGCMemoryInfo().TotalAvailableMemoryBytes")).Content.GetProperty("data").GetProperty("text/plain").GetString()!,
            CultureInfo.InvariantCulture);
        // These tests have no ceiling of their own: what they may take is the machine, or as much of it as their container has.
        var half = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;
        Assert.InRange(ceiling, 0.99 * half, 1.01 * half);
    }
}
