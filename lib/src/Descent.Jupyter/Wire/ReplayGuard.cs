using System.Text;

namespace Descent.Jupyter.Wire;

/// <summary>Remembers the latest signatures, so that a recorded message cannot be sent once more before that many others have come.</summary>
internal sealed class ReplayGuard(int capacity = ReplayGuard.DefaultCapacity)
{
    // As many as Jupyter's own kernels remember. Older ones cannot be told by their date: a front end may be on a machine with another clock.
    private const int DefaultCapacity = 65_536;

    private readonly HashSet<string> seen = [];
    private readonly Queue<string> order = new();
    private readonly Lock gate = new();

    /// <returns>False when that signature has been seen before.</returns>
    public bool TryAccept(byte[] signature)
    {
        var text = Encoding.ASCII.GetString(signature);
        lock (gate)
        {
            if (!seen.Add(text))
                return false;
            order.Enqueue(text);
            if (order.Count > capacity)
                seen.Remove(order.Dequeue());
            return true;
        }
    }
}
