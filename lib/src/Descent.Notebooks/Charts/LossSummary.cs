namespace Descent.Notebooks;

/// <summary>Losses in equal groups of steps, few enough to draw and to redraw while training runs.</summary>
internal sealed record LossSummary(int GroupSize, double[] Steps, double[] Means, double[] Lowest, double[] Highest)
{
    private const int MostGroups = 500;

    public string AxisTitle => GroupSize == 1 ? "loss (cross-entropy)" : $"loss (cross-entropy), mean of {GroupSize} steps";

    public static LossSummary Of(IReadOnlyList<double> losses)
    {
        var size = Math.Max(1, (losses.Count + MostGroups - 1) / MostGroups);
        var groups = losses.Chunk(size).ToArray();
        return new(
            size,
            [.. groups.Select((group, index) => index * size + (group.Length + 1) / 2.0)],
            [.. groups.Select(group => group.Average())],
            [.. groups.Select(group => group.Min())],
            [.. groups.Select(group => group.Max())]);
    }
}
