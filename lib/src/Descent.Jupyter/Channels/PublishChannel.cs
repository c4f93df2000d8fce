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

    private readonly XPublisherSocket socket = new();
    private readonly SocketThread thread;
    private readonly MessageCodec codec;

    public PublishChannel(string address, SocketThread thread, MessageCodec codec)
    {
        this.thread = thread;
        this.codec = codec;
        // Tells of every subscription, not only of the first to each topic.
        socket.Options.XPubVerbose = true;
        socket.Listen("iopub", address);
        thread.Add(socket, Welcome);
    }

    /// <summary>Sends to all front ends.</summary>
    /// <param name="type">The message's type.</param>
    /// <param name="parent">The header of the request that caused it; null for none.</param>
    /// <param name="content">The message's body.</param>
    public void Publish(string type, byte[]? parent, JsonObject content) => Publish(Encoding.UTF8.GetBytes(type), type, parent, content);

    public void Dispose() => socket.Dispose();

    private void Publish(byte[] topic, string type, byte[]? parent, JsonObject content)
    {
        var frames = new NetMQMessage(codec.Encode([topic], type, parent, content));
        thread.Post(() => socket.SendMultipartMessage(frames));
    }

    private void Welcome()
    {
        while (socket.TryReceiveFrameBytes(out var frame))
        {
            if (frame is not [Subscribed, .. var topic])
                continue;
            // ZeroMQ sends a message only to those whose topic it begins with: this one reaches whoever asked for it.
            Publish(topic, "iopub_welcome", null, new JsonObject { ["subscription"] = Encoding.UTF8.GetString(topic) });
        }
    }
}
