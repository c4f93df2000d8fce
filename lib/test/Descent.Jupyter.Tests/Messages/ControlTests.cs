using System.Text;
using Descent.Jupyter.Tests.Support;
using NetMQ;
using NetMQ.Sockets;

namespace Descent.Jupyter.Tests.Messages;

public sealed class ControlTests : IDisposable
{
    private const string Busy = """iopub status {"execution_state":"busy"}""";
    private const string Idle = """iopub status {"execution_state":"idle"}""";

    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_interrupt_stops_the_running_cell_wherever_it_is_sent(bool onControl)
    {
        var (client, channel) = (frontEnd.Client, onControl ? Channel.Control : Channel.Shell);
        var cell = client.SendExecute("forever");
        // From "busy" on, an interrupt reaches the cell, however far it has got by then.
        Assert.Equal(Busy, client.NextPublished("the cell's busy").Line);
        var interrupt = client.Send(channel, "interrupt_request", "{}");
        var seen = client.Conversations(cell, interrupt);
        Assert.Equal([Busy, Idle], seen.Where(message => message.ParentId == interrupt).Select(message => message.Line));
        Assert.Equal(
            [
                """iopub execute_input {"code":"forever","execution_count":1}""",
                """iopub error {"ename":"Interrupted","evalue":"stopped","traceback":["stopped"]}""",
                Idle,
            ],
            seen.Where(message => message.ParentId == cell).Select(message => message.Line));
        var replies = new[] { client.Next(channel, "a reply"), client.NextReply("a reply") };
        Assert.Equal("""{"status":"ok"}""", replies.Single(reply => reply.Type == "interrupt_reply").Content.GetRawText());
        Assert.Equal("Interrupted", replies.Single(reply => reply.Type == "execute_reply").Text("ename"));
        Assert.Equal("ok", client.Execute("value 1")[^1].Text("status"));
    }

    [Fact]
    public void An_interrupt_aborts_what_is_queued_behind_the_cell()
    {
        var client = frontEnd.Client;
        var (cell, queued) = (client.SendExecute("forever"), client.SendExecute("value 1"));
        client.NextPublished("the cell's busy");
        client.Conversations(cell, queued, client.Send(Channel.Control, "interrupt_request", "{}"));
        Assert.Equal("error", client.NextReply("the interrupted cell's reply").Text("status"));
        Assert.Equal("aborted", client.NextReply("the queued cell's reply").Text("status"));
    }

    [Fact]
    public void An_interrupt_without_a_cell_is_answered_and_stops_nothing_that_comes_later()
    {
        var messages = frontEnd.Client.Ask("interrupt_request", "{}", Channel.Control);
        Assert.Equal([Busy, Idle, """control interrupt_reply {"status":"ok"}"""], messages.Select(message => message.Line));
        Assert.Equal("ok", frontEnd.Client.Execute("value 1")[^1].Text("status"));
    }

    [Fact]
    public void Kernel_info_on_control_does_not_wait_for_a_cell()
    {
        var cell = frontEnd.Client.SendExecute("forever");
        frontEnd.Client.NextPublished("the cell's busy");
        frontEnd.Client.NextPublished("the cell's input");
        var messages = frontEnd.Client.Ask("kernel_info_request", "{}", Channel.Control);
        Assert.Equal([Busy, Idle], messages.SkipLast(1).Select(message => message.Line));
        Assert.Equal(("kernel_info_reply", "ok"), (messages[^1].Type, messages[^1].Text("status")));
        Assert.NotEqual(cell, messages[^1].ParentId);
    }

    [Theory]
    [InlineData("execute_request")]
    [InlineData("debug_request")]
    [InlineData("create_subshell_request")]
    public void What_control_does_not_know_is_answered_with_an_error(string type)
    {
        var reply = frontEnd.Client.Ask(type, """{"code":"value 1"}""", Channel.Control)[^1];
        Assert.Equal(type.Replace("request", "reply", StringComparison.Ordinal), reply.Type);
        Assert.Equal(("error", "UnknownRequest"), (reply.Text("status"), reply.Text("ename")));
        Assert.Empty(frontEnd.Engine.Executed);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task A_shutdown_is_answered_and_ends_the_kernel(bool onControl, bool whileRunning)
    {
        var (client, channel) = (frontEnd.Client, onControl ? Channel.Control : Channel.Shell);
        if (whileRunning)
        {
            client.SendExecute("forever");
            client.NextPublished("the cell's busy");
        }

        client.Send(channel, "shutdown_request", """{"restart":true}""");
        Assert.Equal("""{"status":"ok","restart":true}""", client.Next(channel, "the reply to the shutdown").Content.GetRawText());
        await frontEnd.Serving.WaitAsync(Client.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_heartbeat_comes_back_as_it_was_while_a_cell_runs()
    {
        frontEnd.Client.SendExecute("forever");
        frontEnd.Client.NextPublished("the cell's busy");
        using var heart = new RequestSocket();
        heart.Connect($"tcp://127.0.0.1:{frontEnd.Connection.HeartbeatPort}");
        foreach (var sent in new[] { "ping", "", "<IDS|MSG>" })
        {
            heart.SendFrame(sent);
            Assert.True(heart.TryReceiveFrameString(Client.Patience, Encoding.UTF8, out var beat), "No heartbeat came back.");
            Assert.Equal(sent, beat);
        }
    }
}
