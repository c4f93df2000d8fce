using System.Text;
using System.Text.Json.Nodes;

namespace Descent.Jupyter.Channels;

/// <summary>
/// What one stream of one cell has written and nobody has been sent yet. A cell that prints line by line would otherwise send
/// more messages than front ends can read. Only the socket thread uses it.
/// </summary>
internal sealed class GatheredText
{
    /// <summary>About how many characters travel together.</summary>
    public const int UsualLength = 16 * 1024;

    private readonly StringBuilder text = new();
    private string stream = "";

    public bool IsEmpty => text.Length == 0;

    /// <summary>The request that the text belongs to.</summary>
    public byte[] Parent { get; private set; } = [];

    /// <summary>Whether text of that stream and request goes into the same message.</summary>
    public bool Accepts(string name, byte[] parent) =>
        IsEmpty || (text.Length < UsualLength && stream == name && ReferenceEquals(Parent, parent));

    public void Add(string name, byte[] parent, string more)
    {
        (stream, Parent) = (name, parent);
        text.Append(more);
    }

    /// <summary>The content of a <c>stream</c> message with everything gathered so far.</summary>
    public JsonObject Take()
    {
        var content = new JsonObject { ["name"] = stream, ["text"] = text.ToString() };
        text.Clear();
        return content;
    }
}
