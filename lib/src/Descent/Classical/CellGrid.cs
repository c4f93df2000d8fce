namespace Descent;

/// <summary>The cells that lie over an image of one size: collects their histograms, then normalises them by blocks.</summary>
internal sealed class CellGrid
{
    private const int Bins = HistogramOfOrientedGradients.Orientations;
    private const int BlockLength = 4 * Bins;
    private const double Largest = 0.2;

    private readonly int columns;
    private readonly int cellRows;
    private readonly int cellColumns;
    private readonly (int Cell, double Share)[] rowShares;
    private readonly (int Cell, double Share)[] columnShares;

    public CellGrid(int rows, int columns, int cellSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cellSize);
        this.columns = columns;
        (cellRows, cellColumns) = (rows / cellSize, columns / cellSize);
        if (cellRows < 2 || cellColumns < 2)
            throw new ArgumentOutOfRangeException(
                nameof(cellSize),
                cellSize,
                $"Only {cellRows}×{cellColumns} cells of {cellSize} pixels fit in a {rows}×{columns} image; use cells of at most "
                    + $"{Math.Min(rows, columns) / 2} pixels, so that a block of 2×2 fits.");

        rowShares = Shares(rows, cellSize);
        columnShares = Shares(columns, cellSize);
    }

    /// <summary>The length of the table of all cells' histograms.</summary>
    public int HistogramCount => cellRows * cellColumns * Bins;

    /// <summary>The number of features: 36 for each block.</summary>
    public int FeatureCount => (cellRows - 1) * (cellColumns - 1) * BlockLength;

    /// <summary>Fills the histograms (cell by cell, 9 bins each) from one image.</summary>
    public void Accumulate(ReadOnlySpan<byte> image, Span<double> histograms)
    {
        histograms.Clear();
        var rows = image.Length / columns;
        for (var row = 0; row < rows; row++)
        {
            var line = image.Slice(row * columns, columns);
            var above = image.Slice(Math.Max(row - 1, 0) * columns, columns);
            var below = image.Slice(Math.Min(row + 1, rows - 1) * columns, columns);
            for (var column = 0; column < columns; column++)
            {
                var across = line[Math.Min(column + 1, columns - 1)] - line[Math.Max(column - 1, 0)];
                var down = below[column] - above[column];
                if (across != 0 || down != 0)
                    Vote(histograms, row, column, Orientation.Of(across, down));
            }
        }
    }

    /// <summary>Turns histograms into features, block by block.</summary>
    public void NormaliseBlocks(ReadOnlySpan<double> histograms, Span<byte> features)
    {
        Span<double> block = stackalloc double[BlockLength];
        for (var row = 0; row + 1 < cellRows; row++)
        {
            for (var column = 0; column + 1 < cellColumns; column++)
            {
                // Two cells side by side are next to each other in the table.
                var upper = (row * cellColumns + column) * Bins;
                histograms.Slice(upper, 2 * Bins).CopyTo(block);
                histograms.Slice(upper + cellColumns * Bins, 2 * Bins).CopyTo(block[(2 * Bins)..]);
                Scale(block, 1);
                foreach (ref var value in block)
                    value = Math.Min(value, Largest);

                Scale(block, 1e-6);
                foreach (var value in block)
                {
                    features[0] = (byte)Math.Round(value * byte.MaxValue);
                    features = features[1..];
                }
            }
        }
    }

    /// <summary>v ← v/√(‖v‖² + floor); the floor keeps an empty block at 0.</summary>
    private static void Scale(Span<double> block, double floor)
    {
        var sum = floor;
        foreach (var value in block)
            sum += value * value;

        var length = Math.Sqrt(sum);
        foreach (ref var value in block)
            value /= length;
    }

    /// <summary>For each pixel along one side, the cell whose centre is at or before it and the share of the cell after
    /// that.</summary>
    private static (int Cell, double Share)[] Shares(int pixels, int cellSize)
    {
        var shares = new (int, double)[pixels];
        var margin = pixels % cellSize / 2;
        for (var pixel = 0; pixel < pixels; pixel++)
        {
            var position = (pixel - margin + 0.5) / cellSize - 0.5;
            var cell = (int)Math.Floor(position);
            shares[pixel] = (cell, position - cell);
        }

        return shares;
    }

    private void Vote(Span<double> histograms, int row, int column, Orientation orientation)
    {
        var (upper, downShare) = rowShares[row];
        var (left, rightShare) = columnShares[column];
        Vote(histograms, upper, left, orientation, (1 - downShare) * (1 - rightShare));
        Vote(histograms, upper, left + 1, orientation, (1 - downShare) * rightShare);
        Vote(histograms, upper + 1, left, orientation, downShare * (1 - rightShare));
        Vote(histograms, upper + 1, left + 1, orientation, downShare * rightShare);
    }

    private void Vote(Span<double> histograms, int cellRow, int cellColumn, Orientation orientation, double share)
    {
        // The votes of a border pixel for cells beyond the grid are lost.
        if ((uint)cellRow >= (uint)cellRows || (uint)cellColumn >= (uint)cellColumns)
            return;

        var histogram = histograms.Slice((cellRow * cellColumns + cellColumn) * Bins, Bins);
        var weight = orientation.Magnitude * share;
        histogram[orientation.Bin] += weight * (1 - orientation.NextShare);
        histogram[orientation.NextBin] += weight * orientation.NextShare;
    }
}
