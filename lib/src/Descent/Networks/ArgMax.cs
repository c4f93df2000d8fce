namespace Descent;

/// <summary>Where the largest of some scores stands.</summary>
internal static class ArgMax
{
    /// <summary>The index of the largest score; of equal ones the first.</summary>
    public static int Of(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return best;
    }
}
