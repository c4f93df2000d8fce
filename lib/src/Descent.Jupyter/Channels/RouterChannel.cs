using System.Text.Json.Nodes;
using Descent.Jupyter.Wire;
using NetMQ;
using NetMQ.Sockets;

namespace Descent.Jupyter.Channels;

/// <summary>A channel on which front ends send to the kernel and are answered: shell, control or stdin.</summary>
internal sealed class RouterChannel : IDisposable
{
    private readonly RouterSocket socket = new();
    private readonly string name;
    private readonly SocketThread thread;
    private readonly MessageCodec codec;
    private readonly IKernelLog log;

    public RouterChannel(string name, string address, SocketThread thread, MessageCodec codec, IKernelLog log)
    {
        this.name = name;
        this.thread = thread;
        this.codec = codec;
        this.log = log;
        // Tells of a front end that is not there, instead of silently dropping what it was to be told.
        socket.Options.RouterMandatory = true;
        // A front end that connects anew, under the identity that it had before, is heard and answered at once.
        socket.Options.RouterHandover = true;
        socket.Listen(name, address);
        thread.Add(socket, Receive);
    }

    /// <summary>Takes each message that arrives, on the socket thread: whoever listens only passes it on.</summary>
    public Action<WireMessage> Received { get; set; } = static _ => { };

    public void Send(IReadOnlyList<byte[]> identities, string type, byte[] parent, JsonObject content)
    {
        var frames = new NetMQMessage(codec.Encode(identities, type, parent, content));
        thread.Post(() =>
        {
            if (!TrySend(frames))
                log.Write($"A message on the {name} channel was dropped: {type} to a front end that has gone or does not read.");
        });
    }

    /// <summary>Sends, unless the front end has not connected to this channel yet.</summary>
    /// <returns>Whether it is on its way.</returns>
    public Task<bool> TrySendAsync(IReadOnlyList<byte[]> identities, string type, byte[] parent, JsonObject content)
    {
        var frames = new NetMQMessage(codec.Encode(identities, type, parent, content));
        var sent = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        thread.Post(() => sent.SetResult(TrySend(frames)));
        return sent.Task;
    }

    /// <summary>Does the action once everything that has arrived by now has been passed on.</summary>
    public void AfterArrived(Action action) => thread.Post(() =>
    {
        Receive();
        action();
    });

    public void Dispose() => socket.Dispose();

    private bool TrySend(NetMQMessage frames)
    {
        try
        {
            return socket.TrySendMultipartMessage(frames);
        }
        catch (HostUnreachableException)
        {
            return false;
        }
    }

    private void Receive()
    {
        NetMQMessage? frames = null;
        while (socket.TryReceiveMultipartMessage(ref frames))
        {
            try
            {
                Received(codec.Decode([.. frames.Select(frame => frame.ToByteArray())]));
            }
            catch (MessageFormatException exception)
            {
                log.Write($"A message on the {name} channel was dropped: {exception.Message}.");
            }
        }
    }
}
