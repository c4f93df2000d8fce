using System.Text.Json;

namespace Descent.Jupyter.Tests.Support;

/// <summary>A message as a front end sees it.</summary>
internal sealed record Received(string Channel, string Topic, JsonElement Header, JsonElement Parent, JsonElement Content)
{
    public string Type => Header.GetProperty("msg_type").GetString()!;

    public string ParentId => Parent.TryGetProperty("msg_id", out var id) ? id.GetString()! : "";

    /// <summary>One line, for comparing whole conversations.</summary>
    public string Line => $"{Channel} {Type} {Content.GetRawText()}";

    public string Text(string name) => Content.GetProperty(name).GetString()!;
}
