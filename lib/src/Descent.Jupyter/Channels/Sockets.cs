using NetMQ;

namespace Descent.Jupyter.Channels;

/// <summary>What all of the kernel's sockets have in common.</summary>
internal static class Sockets
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

    public static void Listen(this NetMQSocket socket, string channel, string address)
    {
        // By default ZeroMQ drops messages to a slow front end; one that misses "idle" waits for ever.
        socket.Options.SendHighWatermark = 0;
        socket.Options.ReceiveHighWatermark = 0;
        // What has been said last, such as the answer to a shutdown, is still delivered.
        socket.Options.Linger = Linger;
        try
        {
            socket.Bind(address);
        }
        catch (Exception exception) when (exception is NetMQException or System.Net.Sockets.SocketException or ArgumentException)
        {
            throw new KernelStartException(channel, address, exception);
        }
    }
}
