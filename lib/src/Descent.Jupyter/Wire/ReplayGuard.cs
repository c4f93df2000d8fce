using System.Text;

namespace Descent.Jupyter.Wire;

/// <summary>Remembers recent signatures, so that a recorded message cannot be sent once more.</summary>
internal sealed class ReplayGuard(int capacity = ReplayGuard.DefaultCapacity)
{
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
