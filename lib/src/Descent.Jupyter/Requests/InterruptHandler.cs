using System.Text.Json.Nodes;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Execution;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Requests;

/// <summary>Stops the running cell ("Kernel interrupt" in the specification).</summary>
internal sealed class InterruptHandler(Interrupts interrupts) : IRequestHandler
{
    public Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken)
    {
        interrupts.Interrupt();
        return Task.FromResult<JsonObject?>(Replies.Ok());
    }
}
