using System.Text.Json;

namespace Descent.Jupyter.Wire;

/// <summary>A message that has arrived, its signature verified.</summary>
/// <param name="Identities">Whom a reply goes to: the frames before the delimiter.</param>
/// <param name="Header">The header exactly as sent: replies carry it back as their parent.</param>
/// <param name="Type">The header's <c>msg_type</c>.</param>
/// <param name="Metadata">What the sender adds to it, such as a cell's own metadata.</param>
/// <param name="Content">The body.</param>
internal sealed record WireMessage(
    IReadOnlyList<byte[]> Identities,
    byte[] Header,
    string Type,
    JsonElement Metadata,
    JsonElement Content);
