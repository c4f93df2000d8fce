using System.Text.Json.Nodes;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Requests;

/// <summary>Tells consoles whether to run a line or to wait for more ("Code completeness" in the specification).</summary>
internal sealed class IsCompleteHandler(IKernelEngine engine) : IRequestHandler
{
    public Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<JsonObject?>(engine.IsComplete(message.Text("code")) switch
        {
            Completeness.Complete => new JsonObject { ["status"] = "complete" },
            Completeness.Invalid => new JsonObject { ["status"] = "invalid" },
            Completeness.Incomplete incomplete => new JsonObject { ["status"] = "incomplete", ["indent"] = incomplete.Indent },
            _ => new JsonObject { ["status"] = "unknown" },
        });
}
