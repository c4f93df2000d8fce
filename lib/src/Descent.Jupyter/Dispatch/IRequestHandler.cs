using System.Text.Json.Nodes;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Dispatch;

/// <summary>Answers one kind of request.</summary>
internal interface IRequestHandler
{
    /// <param name="message">The request.</param>
    /// <param name="cancellationToken">The learner's interrupt.</param>
    /// <returns>The reply's content; null for a message that has no reply.</returns>
    Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken);
}
