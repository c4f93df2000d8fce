using NetMQ;

namespace Descent.Jupyter.Channels;

/// <summary>What all of the kernel's sockets have in common.</summary>
internal static class Sockets
{
    /// <summary>How many messages are kept for a front end that does not read. What comes on top is lost to it alone.</summary>
    public const int Backlog = 5_000;

    // ZeroMQ takes memory for whatever size a frame announces, and it does not know the key.
    private const long LargestFrame = 64 * 1024 * 1024;

    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

    public static void Listen(this NetMQSocket socket, string channel, string address)
    {
        socket.Options.SendHighWatermark = Backlog;
        socket.Options.MaxMsgSize = LargestFrame;
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
