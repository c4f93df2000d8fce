using System.Text.Json.Nodes;
using Descent.Jupyter.Channels;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Requests;

/// <summary>Closes every comm that a front end opens: what the specification asks for where a target is not known.</summary>
internal sealed class CommOpenHandler(PublishChannel publish) : IRequestHandler
{
    public Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken)
    {
        var content = new JsonObject { ["comm_id"] = message.Text("comm_id"), ["data"] = new JsonObject() };
        publish.Publish("comm_close", message.Header, content);
        return Task.FromResult<JsonObject?>(null);
    }
}
