namespace Descent;

/// <summary>
/// A list that one thread appends to while others take snapshots. A snapshot shares the memory: what it shows is never
/// written again.
/// </summary>
internal sealed class GrowingSeries<T>
{
    private T[] items = new T[16];
    private int count;

    public void Add(T item)
    {
        if (count == items.Length)
        {
            var grown = new T[2 * count];
            items.CopyTo(grown, 0);
            Volatile.Write(ref items, grown);
        }

        items[count] = item;
        Volatile.Write(ref count, count + 1);
    }

    public IReadOnlyList<T> Snapshot()
    {
        // The count first: an array seen later holds at least as many items.
        var length = Volatile.Read(ref count);
        return new ReadOnlySlice<T>(Volatile.Read(ref items).AsMemory(0, length));
    }
}
