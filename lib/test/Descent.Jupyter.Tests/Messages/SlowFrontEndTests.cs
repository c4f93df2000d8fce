using Descent.Jupyter.Tests.Support;
using NetMQ;
using NetMQ.Sockets;

namespace Descent.Jupyter.Tests.Messages;

/// <summary>A front end may read slowly, or not at all: asleep, stopped in a debugger, or hung.</summary>
public sealed class SlowFrontEndTests : IDisposable
{
    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Fact]
    public void A_subscriber_that_does_not_read_holds_nothing_up_and_only_so_much_is_kept_for_it()
    {
        // Each message holds 8,000 characters: what the network itself takes is soon full.
        const int Cells = 8;
        const int Shown = 1_200;
        using var asleep = new SubscriberSocket();
        asleep.Options.ReceiveHighWatermark = 10;
        asleep.Options.ReceiveBuffer = 64 * 1024;
        asleep.SubscribeToAnyTopic();
        asleep.Connect($"tcp://127.0.0.1:{frontEnd.Connection.PublishPort}");
        Assert.Equal("iopub_welcome", frontEnd.Client.NextPublished("the welcome to the other subscriber").Type);

        for (var cell = 0; cell < Cells; cell++)
        {
            var shown = frontEnd.Client.Execute($"show {Shown}").Where(message => message.Type == "display_data");
            Assert.Equal(Enumerable.Range(0, Shown).Select(number => $"d{number}"), shown.Select(DisplayId));
        }

        var kept = 0;
        NetMQMessage? message = null;
        while (message?[0].ConvertToString() != "execute_result")
        {
            // As soon as it has read of what is kept, it hears of new cells again.
            while (!asleep.TryReceiveMultipartMessage(TimeSpan.Zero, ref message))
                frontEnd.Client.Execute("value 1");
            kept++;
        }

        Assert.InRange(kept, 1, (Cells * Shown) - 1_000);
    }

    [Fact]
    public void A_cell_that_waits_for_its_front_ends_can_be_interrupted()
    {
        var cell = frontEnd.Client.SendExecute("show 1000000");
        for (var message = 0; message < 1_000; message++)
            frontEnd.Client.NextPublished("the cell's displays");
        var interrupt = frontEnd.Client.Send(Channel.Control, "interrupt_request", "{}");
        Assert.Equal("Interrupted", frontEnd.Client.Conversations(cell, interrupt).Single(message => message.Type == "error").Text("ename"));
    }

    private static string? DisplayId(Received message) => message.Content.GetProperty("transient").GetProperty("display_id").GetString();
}
