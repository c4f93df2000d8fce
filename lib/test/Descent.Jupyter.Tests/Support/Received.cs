using System.Text.Json;

namespace Descent.Jupyter.Tests.Support;

/// <summary>A message as a front end sees it.</summary>
internal sealed record Received(Channel Channel, JsonElement Header, JsonElement Parent, JsonElement Metadata, JsonElement Content)
{
    public string Type => Header.GetProperty("msg_type").GetString()!;

    public string Id => Header.GetProperty("msg_id").GetString()!;

    /// <summary>The request that caused it; empty for none.</summary>
    public string ParentId => Parent.TryGetProperty("msg_id", out var id) ? id.GetString()! : "";

    public bool IsIdle => Type == "status" && Text("execution_state") == "idle";

    /// <summary>One line, for comparing whole conversations.</summary>
    public string Line => $"{Channel.ToString().ToLowerInvariant()} {Type} {Content.GetRawText()}";

    public string Text(string name) => Content.GetProperty(name).GetString()!;
}
