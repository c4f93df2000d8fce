using System.Text.Json.Nodes;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Requests;

/// <summary>Lists the open comms: none, because this kernel has no targets for them ("Comm info" in the specification).</summary>
internal sealed class CommInfoHandler : IRequestHandler
{
    public Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken)
    {
        var reply = Replies.Ok();
        reply["comms"] = new JsonObject();
        return Task.FromResult<JsonObject?>(reply);
    }
}
