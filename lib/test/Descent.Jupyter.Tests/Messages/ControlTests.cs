using System.Text;
using Descent.Jupyter.Tests.Support;
using NetMQ;
using NetMQ.Sockets;

namespace Descent.Jupyter.Tests.Messages;

public sealed class ControlTests : IDisposable
{
    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_interrupt_stops_the_running_cell_wherever_it_is_sent(bool onControl)
    {
        var id = frontEnd.SendShell("execute_request", """{"code":"forever"}""");
        Assert.Equal(["status", "execute_input"], new[] { frontEnd.NextPublished().Type, frontEnd.NextPublished().Type });
        var interrupt = onControl ? frontEnd.SendControl("interrupt_request", "{}") : frontEnd.SendShell("interrupt_request", "{}");
        var seen = new List<Received>();
        while (seen.Count(message => message.Line.Contains("idle", StringComparison.Ordinal)) < 2)
            seen.Add(frontEnd.NextPublished());
        Assert.Equal(["status", "status"], seen.Where(message => message.ParentId == interrupt).Select(message => message.Type));
        Assert.Equal(["error", "status"], seen.Where(message => message.ParentId == id).Select(message => message.Type));
        var replies = onControl
            ? new[] { frontEnd.NextControlReply(), frontEnd.NextReply() }
            : [frontEnd.NextReply(), frontEnd.NextReply()];
        Assert.Equal("ok", replies.Single(reply => reply.Type == "interrupt_reply").Text("status"));
        Assert.Equal("Interrupted", replies.Single(reply => reply.Type == "execute_reply").Text("ename"));
    }

    [Fact]
    public void Kernel_info_on_control_does_not_wait_for_a_cell()
    {
        frontEnd.SendShell("execute_request", """{"code":"forever"}""");
        frontEnd.SendControl("kernel_info_request", "{}");
        Assert.Equal("kernel_info_reply", frontEnd.NextControlReply().Type);
    }

    [Fact]
    public void An_interrupt_without_a_cell_is_answered()
    {
        frontEnd.Conversation(frontEnd.SendControl("interrupt_request", "{}"));
        Assert.Equal("""control interrupt_reply {"status":"ok"}""", frontEnd.NextControlReply().Line);
        Assert.Equal("ok", frontEnd.Execute("value 1")[^1].Text("status"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task A_shutdown_is_answered_and_ends_the_kernel(bool onControl, bool whileRunning)
    {
        if (whileRunning)
            frontEnd.SendShell("execute_request", """{"code":"forever"}""");
        var reply = onControl ? Ask(frontEnd.SendControl, frontEnd.NextControlReply) : Ask(frontEnd.SendShell, frontEnd.NextReply);
        Assert.EndsWith("""shutdown_reply {"status":"ok","restart":true}""", reply.Line, StringComparison.Ordinal);
        await frontEnd.Serving.WaitAsync(TimeSpan.FromSeconds(20));
        Received Ask(Func<string, string, string> send, Func<Received> next)
        {
            send("shutdown_request", """{"restart":true}""");
            return next();
        }
    }

    [Fact]
    public void A_heartbeat_comes_back_while_a_cell_runs()
    {
        frontEnd.SendShell("execute_request", """{"code":"forever"}""");
        using var heart = new RequestSocket();
        heart.Connect($"tcp://127.0.0.1:{frontEnd.Connection.HeartbeatPort}");
        heart.SendFrame("ping");
        Assert.True(heart.TryReceiveFrameString(TimeSpan.FromSeconds(20), Encoding.UTF8, out var beat));
        Assert.Equal("ping", beat);
    }
}
