using System.Text;
using System.Text.Json.Nodes;
using Descent.Jupyter.Wire;
using NetMQ;
using NetMQ.Sockets;

namespace Descent.Jupyter.Channels;

/// <summary>IOPub: broadcasts outputs and states to every front end, and greets each that subscribes.</summary>
internal sealed class PublishChannel : IDisposable
{
    private const byte Subscribed = 1;
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(50);

    private readonly XPublisherSocket socket = new();
    private readonly NetMQTimer timer = new(GatherFor) { Enable = false };
    private readonly GatheredText gathered = new();
    private readonly SocketThread thread;
    private readonly MessageCodec codec;
    private bool hasSpoken;

    public PublishChannel(string address, SocketThread thread, MessageCodec codec)
    {
        this.thread = thread;
        this.codec = codec;
        // Tells of every subscription, not only of the first to each topic.
        socket.Options.XPubVerbose = true;
        socket.Listen("iopub", address);
        thread.Add(socket, Welcome);
        thread.Add(timer, SendGathered);
    }

    /// <summary>How fast cells may publish.</summary>
    public Pace Pace { get; } = new(TimeProvider.System);

    /// <summary>Sends to all front ends, after everything that has been written before.</summary>
    /// <param name="type">The message's type.</param>
    /// <param name="parent">The header of the request that caused it.</param>
    /// <param name="content">The message's body.</param>
    public void Publish(string type, byte[] parent, JsonObject content)
    {
        var frames = Encode(type, parent, content);
        thread.Post(() =>
        {
            SendGathered();
            Send(frames);
        });
    }

    /// <summary>Sends text of a stream to all front ends, in a moment, together with what follows until then.</summary>
    public void Write(string stream, byte[] parent, string text) => thread.Post(() =>
    {
        if (!gathered.Accepts(stream, parent))
            SendGathered();
        if (gathered.IsEmpty)
            timer.EnableAndReset();
        gathered.Add(stream, parent, text);
    });

    public void Dispose() => socket.Dispose();

    private void SendGathered()
    {
        timer.Enable = false;
        if (!gathered.IsEmpty)
            Send(Encode("stream", gathered.Parent, gathered.Take()));
    }

    private void Welcome()
    {
        while (socket.TryReceiveFrameBytes(out var frame))
        {
            if (frame is not [Subscribed, .. var topic])
                continue;
            // ZeroMQ sends a message only to those whose topic it begins with: this one reaches whoever asked for it.
            var content = new JsonObject { ["subscription"] = Encoding.UTF8.GetString(topic) };
            socket.SendMultipartMessage(new NetMQMessage(codec.Encode([topic], "iopub_welcome", null, content)));
            // Said once, and said when somebody is there to hear it.
            if (!hasSpoken)
                Send(Encode("status", null, new JsonObject { ["execution_state"] = "starting" }));
        }
    }

    private NetMQMessage Encode(string type, byte[]? parent, JsonObject content) =>
        new(codec.Encode([Encoding.UTF8.GetBytes(type)], type, parent, content));

    private void Send(NetMQMessage frames)
    {
        hasSpoken = true;
        socket.SendMultipartMessage(frames);
    }
}
