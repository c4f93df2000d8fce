using System.Text.Json.Nodes;
using Descent.Jupyter.Channels;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Dispatch;

/// <summary>The frame around every request: busy, the work, the reply, idle, whatever goes wrong in between.</summary>
internal sealed class RequestRunner(PublishChannel publish, IKernelLog log)
{
    private const string RequestSuffix = "_request";
    private const string ReplySuffix = "_reply";

    /// <param name="message">The request.</param>
    /// <param name="origin">The channel that it came by and that the reply goes by.</param>
    /// <param name="handlers">Who answers what.</param>
    /// <param name="cancellationToken">The learner's interrupt.</param>
    public void Run(
        WireMessage message,
        RouterChannel origin,
        IReadOnlyDictionary<string, IRequestHandler> handlers,
        CancellationToken cancellationToken)
    {
        State(message, "busy");
        try
        {
            var reply = Answer(message, handlers, cancellationToken);
            // Comm messages have no reply, whatever becomes of them.
            if (reply is not null && message.Type.EndsWith(RequestSuffix, StringComparison.Ordinal))
                origin.Send(message.Identities, message.Type[..^RequestSuffix.Length] + ReplySuffix, message.Header, reply);
        }
        finally
        {
            State(message, "idle");
        }
    }

    private JsonObject? Answer(
        WireMessage message,
        IReadOnlyDictionary<string, IRequestHandler> handlers,
        CancellationToken cancellationToken)
    {
        try
        {
            if (handlers.TryGetValue(message.Type, out var handler))
                return handler.HandleAsync(message, cancellationToken).GetAwaiter().GetResult();
            log.Write($"A message of the unknown type {message.Type} was not acted on.");
            return Replies.Error("UnknownRequest", $"This kernel does not know {message.Type}.", []);
        }
#pragma warning disable CA1031 // Every request is answered, also when its handler is at fault.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.Write($"{message.Type} failed: {exception}");
            return Replies.Error(exception);
        }
    }

    private void State(WireMessage message, string state) =>
        publish.Publish("status", message.Header, new JsonObject { ["execution_state"] = state });
}
