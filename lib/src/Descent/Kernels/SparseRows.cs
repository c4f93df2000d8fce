using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Descent.Kernels;

/// <summary>
/// A matrix of mostly zeros: its elements, which stay what they are (numbers, or pixels as bytes), and for each row and each block of 64
/// columns a mask of those that are not zero. Four pixels in five of a digit are background, so a product that visits only the
/// rest has a fifth of the work. The buffers are rented and reused.
/// </summary>
internal sealed class SparseRows : IDisposable
{
    /// <summary>The columns of a block: the bits of a mask, and few enough that the rows of weights which a block meets in a product
    /// stay in the fastest cache.</summary>
    public const int BlockColumns = 64;

    // Images lie anywhere in memory: the processor is told of one so many rows before it is read.
    private const int RowsAhead = 8;

    private ulong[] masks = [];
    private byte[] pixels = [];
    private ReadOnlyMemory<double> numbers;

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    /// <summary>How many blocks a row has; the last may be narrower.</summary>
    public int Blocks => (Columns + BlockColumns - 1) / BlockColumns;

    /// <summary>Whether the elements are <see cref="Pixels"/>, worth a 255th each, or else <see cref="Numbers"/>.</summary>
    public bool HoldsPixels { get; private set; }

    public ReadOnlySpan<byte> Pixels => pixels.AsSpan(0, Rows * Columns);

    public ReadOnlySpan<double> Numbers => numbers.Span;

    /// <summary>One mask per row: bit i is set where column 64·block + i is not zero.</summary>
    public ReadOnlySpan<ulong> Masks(int block) => masks.AsSpan(block * Rows, Rows);

    /// <summary>Takes a dense row-major matrix. It is not copied, so it must not change while this is in use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(ReadOnlyMemory<double> dense, int rows, int columns)
    {
        Begin(rows, columns);
        (numbers, HoldsPixels) = (dense[..(rows * columns)], false);
        for (var row = 0; row < rows; row++)
        {
            var source = dense.Span.Slice(row * columns, columns);
            for (var block = 0; block < Blocks; block++)
                masks[(block * rows) + row] = NonZeroMask.Of(source, block * BlockColumns);
        }
    }

    /// <summary>Takes copies of the chosen images' pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(ReadOnlySpan<byte> source, ReadOnlySpan<int> images, int pixelsPerImage)
    {
        Begin(images.Length, pixelsPerImage);
        Reserve(ref pixels, images.Length * pixelsPerImage);
        HoldsPixels = true;
        for (var row = 0; row < images.Length; row++)
        {
            if (row + RowsAhead < images.Length)
                Prefetch(source.Slice(images[row + RowsAhead] * pixelsPerImage, pixelsPerImage));
            var image = pixels.AsSpan(row * pixelsPerImage, pixelsPerImage);
            source.Slice(images[row] * pixelsPerImage, pixelsPerImage).CopyTo(image);
            for (var block = 0; block < Blocks; block++)
                masks[(block * Rows) + row] = NonZeroMask.Of(image, block * BlockColumns);
        }
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose()
    {
        Return(masks);
        Return(pixels);
        (masks, pixels, numbers) = ([], [], default);
    }

    private static void Return<T>(T[] buffer)
    {
        if (buffer.Length > 0)
            ArrayPool<T>.Shared.Return(buffer);
    }

    private static void Reserve<T>(ref T[] buffer, int needed)
    {
        if (needed <= buffer.Length)
            return;
        Return(buffer);
        buffer = ArrayPool<T>.Shared.Rent(needed);
    }

    private static unsafe void Prefetch(ReadOnlySpan<byte> bytes)
    {
        // Only a hint: it does no harm if the array moves meanwhile.
        if (!Sse.IsSupported)
            return;
        var address = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes));
        for (var line = 0; line < bytes.Length; line += 64)
            Sse.Prefetch0(address + line);
    }

    private void Begin(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        Reserve(ref masks, rows * Blocks);
    }
}
