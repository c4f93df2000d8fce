using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Descent.Kernels;

/// <summary>
/// The elements of a matrix that are not zero, row after row, each with its column. Four pixels in five of a digit are
/// background, so a product that visits only the rest has a fifth of the work. The buffers are rented and reused.
/// </summary>
internal sealed class SparseRows : IDisposable
{
    private int[] starts = [];
    private int[] positions = [];
    private double[] values = [];

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    /// <summary>Where each row's elements start; one entry more than there are rows.</summary>
    public ReadOnlySpan<int> Starts => starts.AsSpan(0, Rows + 1);

    /// <summary>The column of each element.</summary>
    public ReadOnlySpan<int> Positions => positions.AsSpan(0, starts[Rows]);

    /// <summary>The value of each element.</summary>
    public ReadOnlySpan<double> Values => values.AsSpan(0, starts[Rows]);

    /// <summary>Takes the non-zero elements of a dense row-major matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(ReadOnlySpan<double> dense, int rows, int columns)
    {
        Begin(rows, columns);
        var count = 0;
        for (var row = 0; row < rows; row++)
        {
            starts[row] = count;
            Reserve(count, columns);
            var source = dense.Slice(row * columns, columns);
            for (var first = 0; first < columns; first += 64)
            {
                for (var mask = NonZeroMask.Of(source, first); mask != 0; mask &= mask - 1)
                {
                    var column = first + BitOperations.TrailingZeroCount(mask);
                    positions[count] = column;
                    values[count++] = source[column];
                }
            }
        }

        starts[rows] = count;
    }

    /// <summary>Takes the non-zero pixels of the chosen images, scaled to [0, 1], straight from their bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(ReadOnlySpan<byte> pixels, ReadOnlySpan<int> images, int pixelsPerImage)
    {
        Begin(images.Length, pixelsPerImage);
        var count = 0;
        for (var row = 0; row < images.Length; row++)
        {
            starts[row] = count;
            Reserve(count, pixelsPerImage);
            var source = pixels.Slice(images[row] * pixelsPerImage, pixelsPerImage);
            for (var first = 0; first < pixelsPerImage; first += 64)
            {
                for (var mask = NonZeroMask.Of(source, first); mask != 0; mask &= mask - 1)
                {
                    var column = first + BitOperations.TrailingZeroCount(mask);
                    positions[count] = column;
                    values[count++] = PixelScale.ToUnit(source[column]);
                }
            }
        }

        starts[images.Length] = count;
    }

    /// <summary>Takes the transpose of <paramref name="source"/>; within a row the order stays that of the source's rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillTransposed(SparseRows source)
    {
        var sourceStarts = source.Starts;
        var count = sourceStarts[^1];
        var sourcePositions = source.Positions;
        var sourceValues = source.Values;
        Begin(source.Columns, source.Rows);
        Reserve(0, count);

        // A counting sort: starts[column + 1] is first a count, then a cursor, and at the end the start of the next row.
        var cursors = starts.AsSpan(0, Rows + 1);
        cursors.Clear();
        foreach (var column in sourcePositions)
            cursors[column + 1]++;
        var sum = 0;
        for (var i = 1; i < cursors.Length; i++)
            (cursors[i], sum) = (sum, sum + cursors[i]);
        for (var row = 0; row < source.Rows; row++)
        {
            for (var element = sourceStarts[row]; element < sourceStarts[row + 1]; element++)
            {
                var target = cursors[sourcePositions[element] + 1]++;
                positions[target] = row;
                values[target] = sourceValues[element];
            }
        }
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose()
    {
        Return(starts);
        Return(positions);
        Return(values);
        (starts, positions, values) = ([], [], []);
    }

    private static void Return<T>(T[] buffer)
    {
        if (buffer.Length > 0)
            ArrayPool<T>.Shared.Return(buffer);
    }

    private void Begin(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        if (starts.Length > rows)
            return;
        Return(starts);
        starts = ArrayPool<int>.Shared.Rent(rows + 1);
    }

    private void Reserve(int used, int further)
    {
        if (used + further <= values.Length && used + further <= positions.Length)
            return;
        var capacity = Math.Max(used + further, Math.Max(2 * used, 32 * further));
        positions = Grow(positions, used, capacity);
        values = Grow(values, used, capacity);
    }

    private static T[] Grow<T>(T[] buffer, int used, int capacity)
    {
        var grown = ArrayPool<T>.Shared.Rent(capacity);
        buffer.AsSpan(0, used).CopyTo(grown);
        Return(buffer);
        return grown;
    }
}
