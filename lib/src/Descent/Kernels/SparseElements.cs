using System.Buffers;
using System.Numerics;

namespace Descent.Kernels;

/// <summary>The elements of <see cref="SparseRows"/> that are not zero, one after the other, each with its column.</summary>
internal sealed class SparseElements : IDisposable
{
    private readonly AlignedBuffer values = new();
    private int[] starts = [];
    private int[] columns = [];

    /// <summary>Where each row's elements start; one entry more than there are rows.</summary>
    public ReadOnlySpan<int> Starts => starts;

    /// <summary>The column of each element.</summary>
    public ReadOnlySpan<int> Columns => columns.AsSpan(0, starts[^1]);

    /// <summary>The value of each element.</summary>
    public ReadOnlySpan<double> Values => values.Span[..starts[^1]];

    public void Fill(SparseRows rows)
    {
        if (starts.Length != rows.Rows + 1)
            starts = new int[rows.Rows + 1];
        for (var row = 0; row < rows.Rows; row++)
        {
            starts[row + 1] = starts[row];
            for (var block = 0; block < rows.Blocks; block++)
                starts[row + 1] += BitOperations.PopCount(rows.Masks(block)[row]);
        }

        if (columns.Length < starts[^1])
        {
            Return();
            columns = ArrayPool<int>.Shared.Rent(starts[^1]);
        }

        values.Reserve(starts[^1]);
        var element = 0;
        for (var row = 0; row < rows.Rows; row++)
        {
            for (var block = 0; block < rows.Blocks; block++)
            {
                for (var mask = rows.Masks(block)[row]; mask != 0; mask &= mask - 1, element++)
                {
                    columns[element] = (block * SparseRows.BlockColumns) + BitOperations.TrailingZeroCount(mask);
                    var position = (row * rows.Columns) + columns[element];
                    values.Span[element] = rows.HoldsPixels ? PixelScale.Units[rows.Pixels[position]] : rows.Numbers[position];
                }
            }
        }
    }

    public void Dispose()
    {
        Return();
        values.Dispose();
        columns = [];
    }

    private void Return()
    {
        if (columns.Length > 0)
            ArrayPool<int>.Shared.Return(columns);
    }
}
