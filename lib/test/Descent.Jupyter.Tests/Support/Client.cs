using System.Diagnostics;
using System.Text;
using System.Text.Json;
using NetMQ;
using NetMQ.Sockets;

namespace Descent.Jupyter.Tests.Support;

/// <summary>A scripted front end. Every wait has an end, and then tells what it was for.</summary>
internal sealed class Client : IDisposable
{
    /// <summary>Far more than anything takes, also on a machine with much else to do.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Dictionary<Channel, NetMQSocket> sockets;
    private readonly ConnectionFile connection;
    private readonly string session;
    private readonly List<string> seen = [];
    private readonly List<Received> others = [];
    private int sent;

    /// <param name="connection">Where the kernel listens.</param>
    /// <param name="session">What it calls itself; a name of its own when null.</param>
    /// <param name="topic">What it subscribes to: everything when empty.</param>
    /// <param name="hasInput">Whether it connects to stdin at once.</param>
    public Client(ConnectionFile connection, string? session = null, string topic = "", bool hasInput = true)
    {
        this.connection = connection;
        this.session = session ?? Guid.NewGuid().ToString();
        Transcript = new Transcript(connection.Key);
        var publish = new SubscriberSocket();
        sockets = new() { [Channel.Shell] = new DealerSocket(), [Channel.Control] = new DealerSocket(), [Channel.Stdin] = new DealerSocket(), [Channel.IOPub] = publish };
        publish.Subscribe(topic);
        Connect(Channel.IOPub, connection.PublishPort);
        Welcome = NextPublished("a welcome");
        Connect(Channel.Shell, connection.ShellPort);
        Connect(Channel.Control, connection.ControlPort);
        if (hasInput)
            ConnectInput();
    }

    public Received Welcome { get; }

    /// <summary>Everything sent and received, frame by frame.</summary>
    public Transcript Transcript { get; }

    /// <summary>Frames in front of every message, as where something passes messages on.</summary>
    public IReadOnlyList<byte[]> Route { get; init; } = [];

    public void ConnectInput() => Connect(Channel.Stdin, connection.InputPort);

    /// <returns>The request's id.</returns>
    public string Send(Channel channel, string type, string content, string metadata = "{}")
    {
        var id = $"{session}-{++sent}";
        SendFrames(channel, [.. Route, .. SignedFrames.Of(connection.Key, session, id, type, content, metadata)]);
        return id;
    }

    public string SendExecute(string code, string more = "", string metadata = "{}") =>
        Send(Channel.Shell, "execute_request", $$"""{"code":{{JsonSerializer.Serialize(code)}}{{more}}}""", metadata);

    public void SendFrames(Channel channel, IReadOnlyList<byte[]> frames)
    {
        Transcript.Add($"front end to kernel, {Name(channel)}", frames);
        Assert.True(sockets[channel].TrySendMultipartBytes(Patience, frames), $"A message could not be sent on {channel} within {Patience.TotalSeconds} s.");
    }

    public Received NextPublished(string awaited) => Next(Channel.IOPub, awaited);

    public Received NextReply(string awaited) => Next(Channel.Shell, awaited);

    public Received Next(Channel channel, string awaited)
    {
        var received = TryNext(channel, Patience);
        Assert.True(
            received is not null,
            $"Waited {Patience.TotalSeconds} s on {channel} for {awaited}, and nothing came. Before that came:\n{string.Join('\n', seen.TakeLast(20))}");
        return received;
    }

    /// <summary>Sends a message on shell that the kernel drops and logs: once it has, it has received all that came before.</summary>
    public void SendForged() =>
        Assert.True(sockets[Channel.Shell].TrySendMultipartBytes(Patience, SignedFrames.Of("another key", session, "forged", "execute_request", "{}")), "Nothing could be sent.");

    /// <summary>Fails if the kernel has sent anything on the channel that nobody has read yet: what comes next answers what is asked only now.</summary>
    public void AssertSilent(Channel channel)
    {
        if (channel == Channel.Stdin)
        {
            var cell = SendExecute("read", ""","allow_stdin":true""");
            Assert.Equal(cell, Next(Channel.Stdin, "a question of now").ParentId);
            Send(Channel.Stdin, "input_reply", """{"value":"","status":"ok"}""");
            Conversation(cell);
            NextReply("the reply to the cell that asks");
            return;
        }

        var asked = channel == Channel.IOPub ? Channel.Shell : channel;
        var id = Send(asked, "kernel_info_request", "{}");
        if (channel == Channel.IOPub)
            Assert.Equal(id, NextPublished("a broadcast of now").ParentId);
        else
            Conversation(id);
        Assert.Equal(id, Next(asked, "an answer of now").ParentId);
    }

    /// <summary>The broadcasts that belong to one request, up to its idle. Those of other requests are kept for their own.</summary>
    public IReadOnlyList<Received> Conversation(string id) => Conversations(id);

    /// <summary>The broadcasts of several requests at once, in the order of coming, until all of them are idle.</summary>
    public IReadOnlyList<Received> Conversations(params IReadOnlyCollection<string> ids)
    {
        var messages = others.Where(message => ids.Contains(message.ParentId)).ToList();
        others.RemoveAll(messages.Contains);
        while (messages.Count(message => message.IsIdle) < ids.Count)
        {
            var message = NextPublished($"the broadcasts of {string.Join(", ", ids)}, up to the last idle");
            (ids.Contains(message.ParentId) ? messages : others).Add(message);
        }

        return messages;
    }

    /// <summary>A broadcast of a request that has ended already, from what has come so far; null when there is none.</summary>
    public Received? Late(string id)
    {
        while (TryNext(Channel.IOPub, TimeSpan.Zero) is { } message)
            others.Add(message);
        var late = others.Find(message => message.ParentId == id);
        if (late is not null)
            others.Remove(late);
        return late;
    }

    /// <summary>Fails unless kernel_info is answered that fast. A try may find the machine busy with something else.</summary>
    public void AssertAnswersWithin(TimeSpan limit, Channel channel)
    {
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 10 && fastest > limit; attempt++)
        {
            var watch = Stopwatch.StartNew();
            var id = Send(channel, "kernel_info_request", "{}");
            var reply = Next(channel, $"the answer on {channel}");
            fastest = TimeSpan.FromTicks(Math.Min(fastest.Ticks, watch.Elapsed.Ticks));
            Assert.Equal((id, "ok"), (reply.ParentId, reply.Text("status")));
            Conversation(id);
        }

        Assert.True(fastest <= limit, $"kernel_info was answered on {channel} after {fastest.TotalMilliseconds} ms, and should be within {limit.TotalMilliseconds} ms.");
    }

    /// <summary>Sends a request and returns what follows: every broadcast from busy to idle, then the reply.</summary>
    public IReadOnlyList<Received> Ask(string type, string content, Channel channel = Channel.Shell)
    {
        var id = Send(channel, type, content);
        return [.. Conversation(id), Next(channel, $"the reply to {type} {id}")];
    }

    /// <summary>Runs a cell to its end.</summary>
    public IReadOnlyList<Received> Execute(string code, string more = "", string metadata = "{}")
    {
        var id = SendExecute(code, more, metadata);
        return [.. Conversation(id), NextReply($"the reply to {code}")];
    }

    public void Dispose()
    {
        foreach (var socket in sockets.Values)
            socket.Dispose();
    }

    private Received? TryNext(Channel channel, TimeSpan patience)
    {
        NetMQMessage? message = null;
        if (!sockets[channel].TryReceiveMultipartMessage(patience, ref message))
            return null;
        var frames = message!.Select(frame => frame.ToByteArray()).ToList();
        Transcript.Add($"kernel to front end, {Name(channel)}", frames);
        var received = SignedFrames.Read(channel, connection.Key, frames);
        seen.Add($"{received.ParentId}: {received.Line[..Math.Min(received.Line.Length, 200)]}");
        return received;
    }

    private static string Name(Channel channel) => channel.ToString().ToLowerInvariant();

    private void Connect(Channel channel, int port)
    {
        // Question and request find the same front end by its identity, as the specification has it.
        sockets[channel].Options.Identity = Encoding.UTF8.GetBytes(session);
        sockets[channel].Connect($"tcp://{connection.Address}:{port}");
    }
}
