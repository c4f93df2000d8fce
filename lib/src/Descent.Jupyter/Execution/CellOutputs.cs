using System.Text.Json.Nodes;
using Descent.Jupyter.Channels;

namespace Descent.Jupyter.Execution;

/// <summary>Publishes what belongs to one cell, under the request that ran it: then each notebook knows where it goes.</summary>
internal sealed class CellOutputs(PublishChannel publish, byte[] parent, bool isSilent)
{
    public void Publish(string type, JsonObject content)
    {
        if (!isSilent)
            publish.Publish(type, parent, content);
    }
}
