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
    // More than any message has.
    private const int FramesOfTheLast = 777;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    // Signed contents of any kind may hold these in the place of code.
    private static readonly string[] Harmless = ["", "text", "\0", "range", "search", "tail", "the last", "value 1", new string('y', 100_000)];

    private readonly FrontEnd frontEnd = new();

    // What the runtime compiles at the first request is no matter of the fuzz.
    public FuzzTests()
    {
        frontEnd.Client.Ask("kernel_info_request", "{}", Channel.Control);
        frontEnd.Client.Ask("kernel_info_request", "{}", Channel.Shell);
    }

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
        Assert.True(SendLastAndAwaitIt((Channel)channel, socket), $"The last message on {channel} has not been acted on within {Client.Patience.TotalSeconds} s.");

        AssertAnswers();
        Assert.False(frontEnd.Serving.IsCompleted, "The kernel has ended.");
        var ran = frontEnd.Engine.Executed;
        Assert.Empty(channel is Channel.Shell ? ran.Except(fuzz.Allowed).Except(Harmless) : ran);
        Assert.Equal(channel is Channel.Shell, ran.Intersect(fuzz.Allowed).Any());
        Assert.Empty(ran.Where(fuzz.Allowed.Contains).GroupBy(code => code).Where(runs => runs.Count() > 1).Select(runs => runs.Key));
        Assert.Contains($"A message on the {channel.ToString()!.ToLowerInvariant()} channel was dropped: a message with that signature has been received before.", frontEnd.Log.Lines);
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

    // It comes after all the others on the socket, which each channel shows in its own way.
    private bool SendLastAndAwaitIt(Channel channel, DealerSocket socket)
    {
        switch (channel)
        {
            case Channel.Shell:
                socket.SendMultipartBytes(SignedFrames.Of(frontEnd.Connection.Key, "fuzz", "last", "execute_request", """{"code":"the last"}"""));
                return SpinWait.SpinUntil(() => frontEnd.Engine.Executed.Contains("the last"), Client.Patience);
            case Channel.Control:
                return IsAnswered(socket);
            default:
                socket.SendMultipartBytes([.. Enumerable.Repeat<byte[]>([], FramesOfTheLast)]);
                // The kernel's socket puts the sender's identity in front.
                var dropped = $"A message on the stdin channel was dropped: expected a delimiter, a signature and 4 parts, found {FramesOfTheLast + 1} frames.";
                return SpinWait.SpinUntil(() => frontEnd.Log.Lines.Contains(dropped), Client.Patience);
        }
    }

    // The kernel drops answers that nobody has read, so that it is asked again until all of them are.
    private bool IsAnswered(DealerSocket socket)
    {
        var watch = Stopwatch.StartNew();
        for (var request = 1; watch.Elapsed < Client.Patience; request++)
        {
            socket.SendMultipartBytes(SignedFrames.Of(frontEnd.Connection.Key, "fuzz", $"last-{request}", "kernel_info_request", "{}"));
            NetMQMessage? answer = null;
            while (socket.TryReceiveMultipartMessage(MostTime, ref answer))
            {
                var reply = SignedFrames.Read(Channel.Control, frontEnd.Connection.Key, [.. answer!.Select(frame => frame.ToByteArray())]);
                if (reply.ParentId.StartsWith("last-", StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

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
            client.AssertAnswersWithin(MostTime, channel);
    }
}
