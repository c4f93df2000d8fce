namespace Descent;

/// <summary>
/// The training rows in panels of 32, laid out as <see cref="IntegerProducts"/> reads them, with their squared lengths.
/// </summary>
internal sealed class PackedRows
{
    private readonly byte[] panels;

    public PackedRows(ImageFeatures features)
    {
        Count = features.Count;
        Pairs = (features.Dimensions + 1) / 2;
        Panels = (Count + IntegerProducts.PanelRows - 1) / IntegerProducts.PanelRows;
        PanelLength = Pairs * IntegerProducts.PanelStride;
        panels = GC.AllocateUninitializedArray<byte>(checked(Panels * PanelLength));
        SquaredLengths = new int[Panels * IntegerProducts.PanelRows];
        Parallel.For(0, Panels, panel => Pack(features, panel));
    }

    public int Count { get; }

    public int Pairs { get; }

    public int Panels { get; }

    public int PanelLength { get; }

    /// <summary>‖row‖², and the largest integer for the rows that only fill the last panel: never anybody's
    /// neighbour.</summary>
    public int[] SquaredLengths { get; }

    public ReadOnlySpan<byte> Bytes => panels;

    public static int SquaredLength(ReadOnlySpan<byte> row)
    {
        var sum = 0;
        foreach (var value in row)
            sum += value * value;

        return sum;
    }

    private void Pack(ImageFeatures features, int panel)
    {
        var target = panels.AsSpan(panel * PanelLength, PanelLength);
        target.Clear();
        for (var slot = 0; slot < IntegerProducts.PanelRows; slot++)
        {
            var index = panel * IntegerProducts.PanelRows + slot;
            if (index >= Count)
            {
                SquaredLengths[index] = int.MaxValue;
                continue;
            }

            var row = features.Row(index).Span;
            SquaredLengths[index] = SquaredLength(row);
            for (var column = 0; column < row.Length; column++)
                target[(column >> 1) * IntegerProducts.PanelStride + 2 * slot + (column & 1)] = row[column];
        }
    }
}
