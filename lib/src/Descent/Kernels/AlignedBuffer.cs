using System.Buffers;
using System.Runtime.InteropServices;

namespace Descent.Kernels;

/// <summary>
/// Scratch numbers that start on a cache line: a vector load across two lines costs twice. The array is rented and pinned,
/// so whoever makes a buffer disposes of it.
/// </summary>
internal sealed class AlignedBuffer : IDisposable
{
    private const int CacheLine = 64;

    private double[] array = [];
    private GCHandle pin;
    private int offset;
    private int length;

    public AlignedBuffer(int length = 0) => Reserve(length);

    /// <summary>The numbers; what they hold at first is undefined. Empty once disposed.</summary>
    public Span<double> Span => array.AsSpan(offset, length);

    /// <summary>Makes room for at least <paramref name="needed"/> numbers, forgetting those it holds.</summary>
    public void Reserve(int needed)
    {
        if (needed <= length)
            return;
        Dispose();
        array = ArrayPool<double>.Shared.Rent(needed + (CacheLine / sizeof(double)));
        pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        var beyondLine = (int)(pin.AddrOfPinnedObject() % CacheLine);
        offset = (CacheLine - beyondLine) % CacheLine / sizeof(double);
        length = needed;
    }

    public void Dispose()
    {
        if (array.Length == 0)
            return;
        pin.Free();
        ArrayPool<double>.Shared.Return(array);
        (array, offset, length) = ([], 0, 0);
    }
}
