using System.Text.Json.Nodes;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Requests;

/// <summary>Explains what stands at the cursor ("Introspection" in the specification).</summary>
internal sealed class InspectHandler(IKernelEngine engine) : IRequestHandler
{
    public async Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken)
    {
        var code = message.Text("code");
        var cursor = CodePoints.ToUtf16(code, message.Number("cursor_pos", int.MaxValue));
        var forms = await engine.InspectAsync(code, cursor, cancellationToken).ConfigureAwait(false);
        var reply = Replies.Ok();
        reply["found"] = forms is not null;
        reply["data"] = forms is null ? new JsonObject() : MimeBundle.ToJson(forms);
        reply["metadata"] = new JsonObject();
        return reply;
    }
}
