using System.Text;

namespace Descent.Jupyter.Tests.Support;

/// <summary>A kernel in this process, of a language without a compiler, with a front end that has been welcomed.</summary>
internal sealed class FrontEnd : IDisposable
{
    private const int Attempts = 10;

    private readonly KernelServer server;

    /// <param name="route">Stands in front of every message, as where something passes messages on; nothing when null.</param>
    public FrontEnd(string? route = null)
    {
        (Connection, server) = Listen();
        Serving = server.RunAsync(CancellationToken.None);
        Client = new Client(Connection, "front-end") { Route = route is null ? [] : [Encoding.UTF8.GetBytes(route)] };
        Starting = Client.NextPublished("the kernel's start");
    }

    public ConnectionFile Connection { get; }

    public Client Client { get; }

    public TestEngine Engine { get; } = new();

    public ListLog Log { get; } = new();

    public Task Serving { get; }

    /// <summary>What comes after the welcome to the first front end.</summary>
    public Received Starting { get; }

    /// <summary>Has the cell that holds fail, once the kernel has received what the client has sent on shell.</summary>
    public void LetFailOnceReceived(Client client)
    {
        var logged = Log.Lines.Count;
        client.SendForged();
        Assert.True(SpinWait.SpinUntil(() => Log.Lines.Count > logged, Client.Patience), "The kernel has not received what was sent.");
        Engine.LetFail();
    }

    public void Dispose()
    {
        Client.Dispose();
        server.Dispose();
        Engine.Dispose();
    }

    private (ConnectionFile Connection, KernelServer Server) Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var connection = Ports.Free();
            try
            {
                return (connection, new KernelServer(connection, Engine, Log));
            }
            catch (KernelStartException) when (attempt < Attempts)
            {
                // Somebody else took a port in between.
            }
        }
    }
}
