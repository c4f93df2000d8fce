using Descent.Jupyter.Channels;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Execution;

/// <summary>The stdin channel: asks the front end that runs a cell for a line ("stdin" in the specification).</summary>
internal sealed class InputRequests
{
    private const string Reply = "input_reply";

    private readonly RouterChannel channel;
    private readonly Lock gate = new();
    private InputRequest? open;

    public InputRequests(RouterChannel channel)
    {
        this.channel = channel;
        channel.Received = Receive;
    }

    /// <summary>The way for one cell to ask. End it when the cell has ended.</summary>
    public InputRequest For(WireMessage request)
    {
        lock (gate)
            return open = new InputRequest(channel, request);
    }

    // Front ends do not always say which question they answer, but there is never more than one.
    private void Receive(WireMessage message)
    {
        if (message.Type != Reply)
            return;
        lock (gate)
            open?.Answer(message.Text("value", ""));
    }
}
