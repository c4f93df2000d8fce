using System.Text.Json.Nodes;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Requests;

/// <summary>For messages about comms that have been closed already: there is nothing to do and no reply.</summary>
internal sealed class IgnoredHandler : IRequestHandler
{
    public Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<JsonObject?>(null);
}
