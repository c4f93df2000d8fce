using Descent.Cli.Tests.Support;
using Faults.Tests.Support;

namespace Faults.Tests.Cells;

/// <summary>Cells that end the process they run in.</summary>
public sealed class EndOfProcessTests : IDisposable
{
    // More than there is at once: a check at the start of a function cannot foresee it.
    private const string Overflow = "int Fill(int size) { Span<byte> all = stackalloc byte[size]; all.Fill(1); return all[^1]; } Fill(100_000_000)";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Overflow, "int Fill(int size) { Span<byte> all = stackalloc byte[size];…")]
    [InlineData("Environment.Exit(3);", "Environment.Exit(3);")]
    [InlineData("// the end\nEnvironment.FailFast(\"no\");", "// the end")]
    public void The_kernel_that_is_started_in_its_place_tells_which_cell_it_was(string code, string shown)
    {
        using var kernel = new KernelProcess();
        kernel.Run("var x = 1;");
        kernel.Client.SendExecute(code);
        kernel.StartAgain();

        // What front ends run unseen does not use the message up.
        kernel.Client.Execute("0", ""","silent":true""");
        var told = Assert.Single(kernel.Run("var x = 2;"));
        Assert.Equal("stderr", told.Text("name"));
        Assert.Equal(
            $"The kernel before this one ended while it ran cell 2 ({shown}), and all variables are gone. "
            + "Look there for recursion without end, for Environment.Exit and for memory that runs out; then run the cells from the first one on.\n",
            told.Text("text"));
        Assert.Equal("2", Assert.Single(kernel.Run("x")).Content.GetProperty("data").GetProperty("text/plain").GetString());
    }

    [Fact]
    public void A_kernel_that_was_shut_down_tells_nothing()
    {
        using var kernel = new KernelProcess();
        kernel.Client.SendExecute("Console.Write(\"go\"); while (true) { }");
        while (kernel.Client.NextPublished("the cell's output").Type != "stream")
        {
        }

        kernel.Client.Send(Descent.Jupyter.Tests.Support.Channel.Control, "shutdown_request", """{"restart":true}""");
        kernel.StartAgain();
        Assert.Empty(kernel.Run("var x = 2;"));
    }

    [Fact]
    public async Task A_run_tells_of_each_and_goes_on_with_the_next_lesson()
    {
        var run = await DescentCommand.RunAsync(
            "run",
            folder.Write("1 overflow.ipynb", NotebookText.Of("1", Overflow)),
            folder.Write("2 exit.ipynb", NotebookText.Of("Environment.Exit(0);")),
            folder.Write("3 fail.ipynb", NotebookText.Of("Environment.FailFast(\"no\");")),
            folder.Write("4 well.ipynb", NotebookText.Of("Console.Write(40 + 2);")));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The stack overflowed, which ended the process that ran the cell", run.Output, StringComparison.Ordinal);
        Assert.Contains("The process that ran the cell ended with exit code 0. Look for a call of Environment.Exit.", run.Output, StringComparison.Ordinal);
        Assert.Contains("no", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("4 notebooks, 5 cells, 3 errors, ", run.Output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }
}
