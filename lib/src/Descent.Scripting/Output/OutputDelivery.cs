using System.Text;

namespace Descent.Scripting.Output;

/// <summary>Calls receivers, with neighbouring pieces of text joined, and remembers what they throw.</summary>
internal sealed class OutputDelivery
{
    private Exception? failure;

    public void Deliver(List<OutputEntry> entries)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            if (entry.Reached is { } reached)
            {
                Reach(reached);
                continue;
            }

            var text = new StringBuilder(entry.Text);
            while (index + 1 < entries.Count && entries[index + 1].Continues(entry))
                text.Append(entries[++index].Text);
            Deliver(entry, text.ToString());
        }
    }

    private void Deliver(OutputEntry entry, string text)
    {
        try
        {
            entry.Sink!.Receiver(entry.Output switch
            {
                CellOutput.StandardOutput => new CellOutput.StandardOutput(text),
                CellOutput.StandardError => new CellOutput.StandardError(text),
                _ => entry.Output!,
            });
        }
#pragma warning disable CA1031 // Whatever a receiver throws belongs to whoever runs the cell, not to the delivering thread.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure ??= exception;
        }
    }

    private void Reach(TaskCompletionSource reached)
    {
        if (failure is null)
            reached.TrySetResult();
        else
            reached.TrySetException(failure);
        failure = null;
    }
}
