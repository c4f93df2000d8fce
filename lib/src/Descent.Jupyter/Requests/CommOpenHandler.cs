using System.Text.Json.Nodes;
using Descent.Jupyter.Channels;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Requests;

/// <summary>Closes every comm that a front end opens: the specification's answer to a target that the kernel does not know.</summary>
internal sealed class CommOpenHandler(PublishChannel publish) : IRequestHandler
{
    public Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken)
    {
        publish.Publish("comm_close", message.Header, new JsonObject { ["comm_id"] = message.Text("comm_id"), ["data"] = new JsonObject() });
        return Task.FromResult<JsonObject?>(null);
    }
}
