namespace Descent.Notebooks;

/// <summary>Ranges of an axis.</summary>
internal static class Interval
{
    /// <summary>Evenly spaced points from one end of the range to the other, both included.</summary>
    public static double[] Points((double From, double To) range, int count)
    {
        Require(range);
        return [.. Enumerable.Range(0, count).Select(index => range.From + (range.To - range.From) * index / (count - 1))];
    }

    public static double[] Limits((double From, double To) range)
    {
        Require(range);
        return [range.From, range.To];
    }

    private static void Require((double From, double To) range)
    {
        if (!(double.IsFinite(range.From) && double.IsFinite(range.To) && range.From < range.To))
            throw new ArgumentException(
                $"A figure's range must be two finite numbers, the smaller first; found ({range.From}, {range.To}).", nameof(range));
    }
}
