using System.Text.Json.Nodes;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Requests;

/// <summary>Ends the kernel ("Kernel shutdown" in the specification).</summary>
internal sealed class ShutdownHandler(Action shutDown) : IRequestHandler
{
    public Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken)
    {
        var reply = Replies.Ok();
        reply["restart"] = message.Flag("restart", false);
        shutDown();
        return Task.FromResult<JsonObject?>(reply);
    }
}
