using System.Net;
using System.Net.Sockets;

namespace Descent.Jupyter.Tests.Support;

/// <summary>Connection files whose ports nobody listens on. Another program may take one at any time: whoever listens tries again.</summary>
internal static class Ports
{
    public const string Loopback = "127.0.0.1";

    private const string Key = "a7f0c2-test-key";

    public static ConnectionFile Free(string address = Loopback)
    {
        // All are held at once, or the system might give the same one twice.
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Parse(address), 0)).ToList();
        foreach (var listener in listeners)
            listener.Start();
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToList();
        foreach (var listener in listeners)
            listener.Dispose();
        return new ConnectionFile(address, ports[0], ports[1], ports[2], ports[3], ports[4], Key);
    }
}
