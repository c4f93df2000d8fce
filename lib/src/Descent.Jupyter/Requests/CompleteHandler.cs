using System.Text.Json.Nodes;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Requests;

/// <summary>Proposes what could stand at the cursor ("Completion" in the specification).</summary>
internal sealed class CompleteHandler(IKernelEngine engine) : IRequestHandler
{
    // Not in the specification, but read by JupyterLab and IPython's own clients: the kind of each proposal.
    private const string Types = "_jupyter_types_experimental";

    public async Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken)
    {
        var code = message.Text("code");
        var cursor = CodePoints.ToUtf16(code, message.Number("cursor_pos", int.MaxValue));
        var result = await engine.CompleteAsync(code, cursor, cancellationToken).ConfigureAwait(false);
        var (start, end) = (CodePoints.FromUtf16(code, result.Start), CodePoints.FromUtf16(code, result.End));
        var reply = Replies.Ok();
        reply["matches"] = new JsonArray([.. result.Items.Select(item => (JsonNode)item.Text)]);
        reply["cursor_start"] = start;
        reply["cursor_end"] = end;
        reply["metadata"] = new JsonObject { [Types] = new JsonArray([.. result.Items.Select(item => (JsonNode)Typed(item, start, end))]) };
        return reply;
    }

    private static JsonObject Typed(CompletionItem item, int start, int end) => new JsonObject
    {
        ["text"] = item.Text,
        ["type"] = item.Kind,
        ["start"] = start,
        ["end"] = end,
    };
}
