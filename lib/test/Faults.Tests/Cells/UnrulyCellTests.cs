using Descent.Cli.Tests.Support;
using Descent.Jupyter.Tests.Support;

namespace Faults.Tests.Cells;

/// <summary>What cells do to the kernel that runs them, as a front end sees it. After each, the same session runs the next cell.</summary>
public sealed class UnrulyCellTests : IDisposable
{
    // One for each test, or what the cells of one have left behind would fail another.
    private readonly KernelProcess kernel = new();

    public UnrulyCellTests() => kernel.Run("var kept = 0;");

    public void Dispose() => kernel.Dispose();

    [Fact]
    public void An_exception_on_a_thread_that_the_cell_has_started_is_told_and_ends_nothing()
    {
        var shown = Streams(kernel.Run("var thread = new System.Threading.Thread(() => throw new InvalidOperationException(\"stray\")); thread.Start(); thread.Join();"));
        Assert.Contains("Background work failed: System.InvalidOperationException: stray", shown, StringComparison.Ordinal);
        AssertGoesOn();
    }

    [Fact]
    public void A_hundred_megabytes_of_output_are_cut_off_with_a_notice()
    {
        var shown = Streams(kernel.Run("for (var i = 0; i < 100; i++) Console.Write(new string('x', 1_000_000));"));
        Assert.Equal(10_000_000, shown.Count(character => character == 'x') - "the rest is left out".Count(character => character == 'x'));
        Assert.Contains("This cell has printed 10,000,000 characters: the rest is left out.", shown, StringComparison.Ordinal);
        AssertGoesOn();
    }

    [Fact]
    public void A_million_small_writes_arrive_in_far_fewer_messages()
    {
        var messages = kernel.Run("for (var i = 0; i < 1_000_000; i++) Console.Write('x');");
        Assert.Equal(1_000_000, Streams(messages).Length);
        Assert.InRange(messages.Count, 1, 10_000);
        AssertGoesOn();
    }

    [Fact]
    public void A_display_updated_ten_thousand_times_shows_the_last_value()
    {
        var messages = kernel.Run("var shown = display(-1); for (var i = 0; i < 10_000; i++) shown.Update(i);");
        Assert.Equal(10_001, messages.Count);
        Assert.Equal("9999", messages[^1].Content.GetProperty("data").GetProperty("text/plain").GetString());
        AssertGoesOn();
    }

    [Fact]
    public void What_is_no_text_arrives_as_marks_of_its_place()
    {
        Assert.Equal("a\0\u0007\u001b[31m\ufffdb\ufffd", Streams(kernel.Run("Console.Write(\"a\\0\\u0007\\u001b[31m\\ud800b\\udc00\");")));
        var value = Assert.Single(kernel.Run("\"\\ud800\""));
        Assert.Equal("\ufffd", value.Content.GetProperty("data").GetProperty("text/plain").GetString());
        var failed = kernel.Client.Execute("throw new Exception(\"\\udfff\");")[^1];
        Assert.Equal("\ufffd", failed.Text("evalue"));
        AssertGoesOn();
    }

    [Fact]
    public void Bytes_written_past_the_console_go_where_the_kernel_itself_writes_and_not_into_the_notebook()
    {
        Assert.Empty(kernel.Run("Console.OpenStandardOutput().Write(new byte[] { 0xff, 0xfe, 0xc3, 0x28 });"));
        AssertGoesOn();
    }

    [Fact]
    public void A_deadlock_can_be_interrupted()
    {
        var client = kernel.Client;
        var cell = client.SendExecute("""
            object one = new(), two = new();
            var meet = new System.Threading.Barrier(2);
            var other = new System.Threading.Thread(() => { lock (two) { meet.SignalAndWait(); lock (one) { } } }) { IsBackground = true };
            other.Start();
            lock (one) { meet.SignalAndWait(); Console.Write("go"); lock (two) { } }
            """);
        while (client.NextPublished("the cell's output").Type != "stream")
        {
        }

        var interrupt = client.Send(Channel.Control, "interrupt_request", "{}");
        client.Conversations(cell, interrupt);
        Assert.Equal("ok", client.Next(Channel.Control, "the interrupt's reply").Text("status"));
        Assert.Equal("Interrupted", client.NextReply("the cell's reply").Text("ename"));
        AssertGoesOn();
    }

    [Fact]
    public void A_formatter_that_throws_costs_its_form_only()
    {
        var messages = kernel.Run("""
            class Odd { }
            Formatter.SetPreferredMimeTypesFor(typeof(Odd), "text/html");
            Formatter.Register<Odd>((value, writer) => throw new InvalidOperationException("no page"), "text/html");
            new Odd()
            """);
        Assert.Equal(["text/plain"], Assert.Single(messages).Content.GetProperty("data").EnumerateObject().Select(form => form.Name));
        AssertGoesOn();
    }

    [Fact]
    public void A_cell_of_a_megabyte_runs()
    {
        var value = Assert.Single(kernel.Run($"var numbers = new[] {{ {string.Join(",\n", Enumerable.Range(0, 180_000))} }}; numbers.Length"));
        Assert.Equal("180000", value.Content.GetProperty("data").GetProperty("text/plain").GetString());
        AssertGoesOn();
    }

    private void AssertGoesOn()
    {
        kernel.Run("kept++;");
        Assert.Equal("True", Assert.Single(kernel.Run("kept > 0")).Content.GetProperty("data").GetProperty("text/plain").GetString(), ignoreCase: true);
    }

    private static string Streams(IEnumerable<Received> messages) =>
        string.Concat(messages.Where(message => message.Type == "stream").Select(message => message.Text("text")));
}
