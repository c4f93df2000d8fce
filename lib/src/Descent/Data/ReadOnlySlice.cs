using System.Collections;

namespace Descent;

/// <summary>A list that shares memory with its owner and that nobody can cast back to something writable.</summary>
internal sealed class ReadOnlySlice<T>(ReadOnlyMemory<T> memory) : IReadOnlyList<T>
{
    public int Count => memory.Length;

    public T this[int index] => memory.Span[index];

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < memory.Length; i++)
            yield return memory.Span[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
