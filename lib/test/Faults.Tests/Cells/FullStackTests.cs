using Descent.Cli.Tests.Support;

namespace Faults.Tests.Cells;

/// <summary>Recursion without an end that goes through what catches exceptions, on stacks of the usual size.</summary>
public sealed class FullStackTests
{
    [Fact]
    public void Whatever_catches_on_the_way_out_the_kernel_goes_on()
    {
        using var kernel = new KernelProcess();
        kernel.Run("""
            var kept = 1;
            int Wrap(int n) { try { return Wrap(n + 1) + 1; } catch (Exception e) { throw new Exception("again", e); } }
            class Deep : IComparable<Deep> { public int CompareTo(Deep other) { Array.Sort([this, other]); return 0; } }
            """);
        foreach (var code in (string[])
            [
                "Wrap(0)",
                "Parallel.For(0, 2, i => Wrap(i));",
                "new Deep().CompareTo(new Deep())",
                "await Task.Run(() => new Deep().CompareTo(new Deep()))",
                "Parallel.For(0, 2, i => new Deep().CompareTo(new Deep()));",
            ])
        {
            var reply = kernel.Client.Execute(code)[^1];
            Assert.True(reply.Text("status") == "error", $"{code}\nended with: {reply.Line}");
            Assert.Contains("The stack is full: too many functions have been called and not yet returned.", reply.Text("evalue"), StringComparison.Ordinal);
        }

        Assert.Equal("2", Assert.Single(kernel.Run("kept + 1")).Content.GetProperty("data").GetProperty("text/plain").GetString());
    }
}
