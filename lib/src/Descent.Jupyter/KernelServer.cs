using Descent.Jupyter.Channels;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Execution;
using Descent.Jupyter.Requests;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter;

/// <summary>A Jupyter kernel: it listens where the connection file says and asks an engine what front ends want to know.</summary>
/// <remarks>Implements version 5.4 of Jupyter's messaging protocol, and the welcome message of 5.5.</remarks>
/// <example><code>
/// using var server = new KernelServer(ConnectionFile.Read(path), engine, log);
/// await server.RunAsync(CancellationToken.None);
/// </code></example>
public sealed class KernelServer : IDisposable
{
    // A control request is answered in a moment, if only the machine has one; a cell may never end.
    private static readonly TimeSpan ControlPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CellPatience = TimeSpan.FromMilliseconds(500);

    private readonly Interrupts interrupts = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<IDisposable> channels = [];
    private readonly RequestLoop shellLoop;
    private readonly RequestLoop controlLoop;
    private readonly SocketThread thread;

    /// <summary>Begins to listen.</summary>
    /// <param name="connection">Where, and with what key.</param>
    /// <param name="engine">The language.</param>
    /// <param name="log">Takes what no front end would show.</param>
    /// <exception cref="KernelStartException">An address cannot be listened on.</exception>
    public KernelServer(ConnectionFile connection, IKernelEngine engine, IKernelLog log)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(log);
        shellLoop = new RequestLoop("Shell requests", log);
        controlLoop = new RequestLoop("Control requests", log);
        thread = new SocketThread(log);
        try
        {
            Listen(connection, engine, log);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Serves front ends until one of them shuts the kernel down.</summary>
    /// <param name="cancellationToken">Shuts it down from here.</param>
    /// <returns>When the last answers have been sent.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        thread.Start();
        await using (cancellationToken.UnsafeRegister(_ => ended.TrySetResult(), null).ConfigureAwait(false))
            await ended.Task.ConfigureAwait(false);
        controlLoop.Stop(ControlPatience);
        interrupts.Interrupt();
        shellLoop.Stop(CellPatience);
        thread.Drain();
    }

    /// <summary>Stops the cell that is running, as an interrupt from a front end does.</summary>
    public void Interrupt() => interrupts.Interrupt();

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        thread.Dispose();
        foreach (var channel in channels)
            channel.Dispose();
        shellLoop.Dispose();
        controlLoop.Dispose();
    }

    private void Listen(ConnectionFile connection, IKernelEngine engine, IKernelLog log)
    {
        var codec = new MessageCodec(connection.Key);
        var publish = Owned(new PublishChannel(connection.AddressOf(connection.PublishPort), thread, codec));
        Owned(new HeartbeatChannel(connection.AddressOf(connection.HeartbeatPort), thread));
        var shell = Owned(new RouterChannel("shell", connection.AddressOf(connection.ShellPort), thread, codec, log));
        var control = Owned(new RouterChannel("control", connection.AddressOf(connection.ControlPort), thread, codec, log));
        var stdin = Owned(new RouterChannel("stdin", connection.AddressOf(connection.InputPort), thread, codec, log));

        var runner = new RequestRunner(publish, log);
        var urgent = UrgentHandlers(engine);
        var inTurn = OrdinaryHandlers(engine, shell, publish, new InputRequests(stdin), log);
        control.Received = message => controlLoop.Add(() => runner.Run(message, control, urgent, CancellationToken.None));
        // Old clients send interrupts and shutdowns on shell, where they would wait for the very cell that they are to stop.
        shell.Received = message =>
        {
            if (message.Type is "interrupt_request" or "shutdown_request")
                controlLoop.Add(() => runner.Run(message, shell, urgent, CancellationToken.None));
            else
                shellLoop.Add(() => interrupts.Run(interrupted => runner.Run(message, shell, inTurn, interrupted)));
        };
    }

    private Dictionary<string, IRequestHandler> UrgentHandlers(IKernelEngine engine) => new()
    {
        ["kernel_info_request"] = new KernelInfoHandler(engine.Description),
        ["interrupt_request"] = new InterruptHandler(interrupts),
        ["shutdown_request"] = new ShutdownHandler(() => ended.TrySetResult()),
    };

    private Dictionary<string, IRequestHandler> OrdinaryHandlers(
        IKernelEngine engine,
        RouterChannel shell,
        PublishChannel publish,
        InputRequests input,
        IKernelLog log)
    {
        var history = new History();
        var queue = new AbortedQueue(shell, shellLoop);
        return new Dictionary<string, IRequestHandler>
        {
            ["kernel_info_request"] = new KernelInfoHandler(engine.Description),
            ["execute_request"] = new ExecuteHandler(engine, publish, input, queue, history, log),
            ["complete_request"] = new CompleteHandler(engine),
            ["inspect_request"] = new InspectHandler(engine),
            ["is_complete_request"] = new IsCompleteHandler(engine),
            ["history_request"] = new HistoryHandler(history),
            ["comm_info_request"] = new CommInfoHandler(),
            ["comm_open"] = new CommOpenHandler(publish),
            ["comm_msg"] = new IgnoredHandler(),
            ["comm_close"] = new IgnoredHandler(),
        };
    }

    private T Owned<T>(T channel)
        where T : IDisposable
    {
        channels.Add(channel);
        return channel;
    }
}
