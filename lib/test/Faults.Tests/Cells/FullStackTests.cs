using Descent.Cli.Tests.Support;
using Descent.Jupyter.Tests.Support;

namespace Faults.Tests.Cells;

/// <summary>Recursion without an end that goes through what catches exceptions, on stacks of the usual size.</summary>
public sealed class FullStackTests : IDisposable
{
    private readonly KernelProcess kernel = new();

    public FullStackTests() => kernel.Run("var kept = 1;");

    public void Dispose() => kernel.Dispose();

    [Fact]
    public void Through_handlers_of_cells_nothing_is_lost_and_through_those_of_libraries_only_the_rest_of_a_value()
    {
        kernel.Run("int Wrap(int n) { try { return Wrap(n + 1) + 1; } catch (Exception e) { throw new Exception(\"again\", e); } }");
        foreach (var code in (string[])["Wrap(0)", "Parallel.For(0, 2, i => Wrap(i));"])
            Assert.DoesNotContain("given up", EndsWithFullStack(code)[^1].Text("evalue"), StringComparison.Ordinal);
        var messages = EndsWithFullStack(
            "class Deep { public int First => 1; public int Second => (int)typeof(Deep).GetProperty(\"Second\").GetValue(this) + 1; }\nnew Deep()");
        var shown = Assert.Single(messages, message => message.Type == "display_data");
        Assert.StartsWith("Deep\n      First: 1\n", shown.Content.GetProperty("data").GetProperty("text/plain").GetString(), StringComparison.Ordinal);
        AssertGoesOn();
    }

    // Each thread that is left behind slows down what comes after it, so that one kernel has few of them.
    [Theory]
    [InlineData(
        "class Deep { public override string ToString() => (string)typeof(Deep).GetMethod(\"ToString\").Invoke(this, []) + 1; }\nConsole.WriteLine(new Deep());",
        "Lazy<int> Deeper() => new Lazy<int>(() => Deeper().Value + 1);\nDeeper().Value")]
    [InlineData(
        "class Deep : IComparable<Deep> { public int CompareTo(Deep other) { Array.Sort([this, other]); return 0; } }\nawait Task.Run(() => new Deep().CompareTo(new Deep()))",
        "var thread = new System.Threading.Thread(() => new Deep().CompareTo(new Deep()), 1 << 20); thread.Start(); thread.Join();",
        "Parallel.For(0, 2, i => new Deep().CompareTo(new Deep()));")]
    public void Through_those_of_libraries_the_thread_is(params string[] cells)
    {
        foreach (var code in cells)
            Assert.Contains("its thread was given up", EndsWithFullStack(code)[^1].Text("evalue"), StringComparison.Ordinal);
        AssertGoesOn();
    }

    private IReadOnlyList<Received> EndsWithFullStack(string code)
    {
        var messages = kernel.Client.Execute(code);
        Assert.True(messages[^1].Text("status") == "error", $"{code}\nended with: {messages[^1].Line}");
        Assert.Contains("The stack is full: too many functions have been called and not yet returned.", messages[^1].Text("evalue"), StringComparison.Ordinal);
        return messages;
    }

    private void AssertGoesOn()
    {
        Assert.Equal("goes on", Assert.Single(kernel.Run("Console.Write(\"goes on\");")).Text("text"));
        Assert.Equal("2", Assert.Single(kernel.Run("kept + 1")).Content.GetProperty("data").GetProperty("text/plain").GetString());
    }
}
