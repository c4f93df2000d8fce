using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Descent.Jupyter.Tests.Support;
using NetMQ;
using NetMQ.Sockets;

namespace Descent.Jupyter.Tests.Faults;

public sealed class FuzzTests : IDisposable
{
    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Theory]
    [InlineData(Channel.Shell, 60_000)]
    [InlineData(Channel.Control, 30_000)]
    [InlineData(Channel.Stdin, 10_000)]
    public void Whatever_is_sent_the_kernel_answers_afterwards_and_runs_nothing_without_the_key(object channel, int messages)
    {
        var connection = frontEnd.Connection;
        var fuzz = new FuzzedMessages(connection, seed: messages);
        var port = channel switch { Channel.Shell => connection.ShellPort, Channel.Control => connection.ControlPort, _ => connection.InputPort };
        using var socket = new DealerSocket();
        // Whatever the kernel answers is left unread, as by a front end that hangs.
        socket.Options.SendHighWatermark = 0;
        socket.Options.Linger = Client.Patience;
        socket.Connect($"tcp://{connection.Address}:{port}");
        for (var message = 0; message < messages; message++)
            socket.SendMultipartBytes(fuzz.Next());
        // It comes after all the others on this socket.
        socket.SendMultipartBytes(SignedFrames.Of(connection.Key, "fuzz", "last", "execute_request", """{"code":"the last"}"""));
        if (channel is Channel.Shell)
            Assert.True(SpinWait.SpinUntil(() => frontEnd.Engine.Executed.Contains("the last"), Client.Patience), "The last message has not been acted on.");

        AssertAnswers();
        Assert.Empty(frontEnd.Engine.Executed.Except(fuzz.Allowed).Except(Harmless));
        Assert.False(frontEnd.Serving.IsCompleted, "The kernel has ended.");
    }

    [Fact]
    public void Bytes_that_are_no_messages_at_all_disturb_nobody_on_any_port()
    {
        var random = new Random(1);
        var connection = frontEnd.Connection;
        int[] ports = [connection.ShellPort, connection.ControlPort, connection.InputPort, connection.PublishPort, connection.HeartbeatPort];
        foreach (var port in ports)
        {
            for (var attempt = 0; attempt < 100; attempt++)
                SendRaw(port, attempt, random);
        }

        AssertAnswers();
        Assert.Empty(frontEnd.Engine.Executed);
    }

    [Fact]
    public void A_frame_larger_than_any_cell_ends_its_connection_and_one_of_a_megabyte_does_not()
    {
        using (var large = new DealerSocket())
        {
            large.Options.Linger = Client.Patience;
            large.Connect($"tcp://127.0.0.1:{frontEnd.Connection.ShellPort}");
            large.SendMultipartBytes(SignedFrames.Of(frontEnd.Connection.Key, "large", "l1", "execute_request", $$"""{"code":"{{new string('x', 100_000_000)}}"}"""));
            Assert.False(SpinWait.SpinUntil(() => !frontEnd.Engine.Executed.IsEmpty, TimeSpan.FromSeconds(3)), "The kernel has taken it.");
            AssertAnswers();
        }

        var code = new string('x', 1_000_000);
        Assert.Equal("ok", frontEnd.Client.Conversations(frontEnd.Client.SendExecute(code)).Count > 0 ? frontEnd.Client.NextReply("the reply").Text("status") : "");
        Assert.Equal(code, Assert.Single(frontEnd.Engine.Executed));
    }

    // Signed contents of any kind may hold these in the place of code.
    private static readonly string[] Harmless = ["", "text", "\0", "range", "search", "tail", "the last", "value 1", new string('y', 100_000)];

    // Some go away at once, some in the middle of a greeting, some announce more than there is memory.
    private static void SendRaw(int port, int attempt, Random random)
    {
        using var tcp = new TcpClient();
        tcp.Connect(IPAddress.Loopback, port);
        var greeting = new byte[64];
        greeting[0] = 0xff;
        greeting[8] = 1;
        greeting[9] = 0x7f;
        greeting[10] = 3;
        Encoding.ASCII.GetBytes("NULL").CopyTo(greeting, 12);
        var noise = new byte[random.Next(1, 500)];
        random.NextBytes(noise);
        byte[] bytes = (attempt % 5) switch
        {
            0 => [],
            1 => noise,
            2 => greeting[..random.Next(1, 64)],
            3 => [.. greeting, .. noise],
            _ => [.. greeting, 2, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, .. noise],
        };
        try
        {
            tcp.GetStream().Write(bytes);
            if (attempt % 2 == 0)
                tcp.LingerState = new LingerOption(true, 0);
        }
        catch (IOException)
        {
            // It has been thrown out already.
        }
    }

    private void AssertAnswers()
    {
        using var client = new Client(frontEnd.Connection, "afterwards");
        foreach (var channel in new[] { Channel.Control, Channel.Shell })
        {
            var watch = Stopwatch.StartNew();
            var id = client.Send(channel, "kernel_info_request", "{}");
            var reply = client.Next(channel, $"the answer on {channel}");
            TestContext.Current.TestOutputHelper?.WriteLine($"kernel_info on {channel}: {watch.ElapsedMilliseconds} ms");
            Assert.Equal((id, "ok"), (reply.ParentId, reply.Text("status")));
        }
    }
}
