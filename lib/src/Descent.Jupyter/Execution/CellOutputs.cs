using System.Text.Json.Nodes;
using Descent.Jupyter.Channels;

namespace Descent.Jupyter.Execution;

/// <summary>Publishes what belongs to one cell, under the request that ran it: then each notebook knows where it goes.</summary>
internal sealed class CellOutputs(PublishChannel publish, byte[] parent, bool isSilent, CancellationToken interrupted)
{
    public void Publish(string type, JsonObject content)
    {
        if (isSilent)
            return;
        Wait(publish.Pace.Count(1));
        publish.Publish(type, parent, content);
    }

    public void Write(string stream, string text)
    {
        if (isSilent || text.Length == 0)
            return;
        Wait(publish.Pace.Count((double)text.Length / GatheredText.UsualLength));
        publish.Write(stream, parent, text);
    }

    // What an interrupted cell has left behind goes out at once, so that the learner need not wait for its end.
    private void Wait(TimeSpan delay)
    {
        if (delay > TimeSpan.Zero)
            interrupted.WaitHandle.WaitOne(delay);
    }
}
