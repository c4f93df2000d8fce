using System.Diagnostics;
using System.Text.Json;
using Descent.Cli.Tests.Support;
using Descent.Jupyter.Tests.Support;

namespace Descent.Cli.Tests.Kernel;

/// <summary>Interrupts as front ends send them, of what only the whole kernel can run.</summary>
public sealed class KernelInterruptTests : IDisposable
{
    private readonly KernelProcess kernel = new();

    public void Dispose() => kernel.Dispose();

    [Fact]
    public void A_training_run_of_the_library_stops_and_the_variables_stay()
    {
        kernel.Run("#r \"../lib/bin/Descent.dll\"\nusing Descent;\nvar kept = 1; var network = TwoLayerNetwork.Random(784, 50, 10, seed: 1);");
        foreach (var channel in new[] { Channel.Control, Channel.Shell })
        {
            var cell = Interrupted("kept++; Console.Write(\"go\"); Sgd.Train(network, Mnist.Load(\"../data/mnist\").Train, null, new SgdOptions { Steps = 100_000_000 })", channel);
            Assert.Equal("Interrupted", cell.Text("ename"));
        }

        var value = Assert.Single(kernel.Run("$\"{kept} {network.W1.Shape[0]}\""));
        Assert.Equal("""{"text/plain":"3 784"}""", value.Content.GetProperty("data").GetRawText());
    }

    [Fact]
    public void What_cannot_be_stopped_is_reported_and_later_cells_say_so_until_it_has_ended()
    {
        var letGo = kernel.Folder.File("let go");
        kernel.Run($"var kept = 1; var letGo = {JsonSerializer.Serialize(letGo)};");
        var cell = Interrupted("kept++; Console.Write(\"go\"); Enumerable.Repeat(letGo, int.MaxValue).First(File.Exists)", Channel.Control);
        Assert.Equal("NotStopped", cell.Text("ename"));
        Assert.Equal(
            "The cell could not be stopped: it is inside a library that does not look whether it should stop. Wait until it ends, or restart the kernel.",
            cell.Text("evalue"));
        Assert.Equal("NotStopped", kernel.Client.Execute("kept")[^1].Text("ename"));
        // All but cells goes on.
        Assert.Equal("ok", kernel.Client.Ask("kernel_info_request", "{}")[^1].Text("status"));

        File.WriteAllText(letGo, "");
        var watch = Stopwatch.StartNew();
        Received reply;
        do
            reply = kernel.Client.Execute("kept")[^1];
        while (reply.Text("status") != "ok" && watch.Elapsed < Client.Patience);
        Assert.Equal("2", Assert.Single(kernel.Run("kept")).Content.GetProperty("data").GetProperty("text/plain").GetString());
    }

    [Fact]
    public void A_kernel_ends_when_it_is_shut_down_whatever_it_is_doing()
    {
        kernel.Client.SendExecute("Console.Write(\"go\"); Enumerable.Range(0, int.MaxValue).All(i => i >= 0)");
        kernel.Client.NextPublished("the cell's busy");
        kernel.Client.Send(Channel.Control, "shutdown_request", """{"restart":true}""");
        Assert.Equal("ok", kernel.Client.Next(Channel.Control, "the reply to the shutdown").Text("status"));
        Assert.True(kernel.Ends(), "The kernel's process still runs.");
    }

    private Received Interrupted(string code, Channel channel)
    {
        var client = kernel.Client;
        var cell = client.SendExecute(code);
        Received published;
        do
        {
            published = client.NextPublished("the cell's first output");
            Assert.False(published.IsIdle, "The cell ended before it was interrupted.");
        }
        while (published.Type != "stream");
        var interrupt = client.Send(channel, "interrupt_request", "{}");
        client.Conversations(cell, interrupt);
        var replies = new[] { client.Next(channel, "a reply"), client.NextReply("a reply") };
        Assert.Equal("ok", replies.Single(reply => reply.ParentId == interrupt).Text("status"));
        return replies.Single(reply => reply.ParentId == cell);
    }
}
