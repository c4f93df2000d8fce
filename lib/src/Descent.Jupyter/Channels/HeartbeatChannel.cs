using NetMQ;
using NetMQ.Sockets;

namespace Descent.Jupyter.Channels;

/// <summary>Echoes whatever a front end sends, so that it knows the kernel to be alive.</summary>
internal sealed class HeartbeatChannel : IDisposable
{
    private readonly RouterSocket socket = new();

    public HeartbeatChannel(string address, SocketThread thread)
    {
        socket.Listen("heartbeat", address);
        thread.Add(socket, Echo);
    }

    public void Dispose() => socket.Dispose();

    private void Echo()
    {
        NetMQMessage? beat = null;
        while (socket.TryReceiveMultipartMessage(ref beat))
            socket.SendMultipartMessage(beat);
    }
}
