namespace Descent.Cli.Checking;

/// <summary>Finds the first line in which two texts differ, and shows it.</summary>
internal static class TextComparison
{
    private const int LongestLine = 120;
    private const int Before = 40;

    public static Difference? First(string saved, string now, string place)
    {
        if (saved == now || PictureContent.InText(saved) == PictureContent.InText(now))
            return null;
        var (savedLines, nowLines) = (saved.Split('\n'), now.Split('\n'));
        var line = savedLines.AsSpan().CommonPrefixLength(nowLines);
        var (savedLine, nowLine) = (savedLines.ElementAtOrDefault(line), nowLines.ElementAtOrDefault(line));
        var start = Math.Max(0, (savedLine ?? "").AsSpan().CommonPrefixLength(nowLine) - Before);
        return new Difference($"{place}, line {line + 1}", Excerpt(savedLine, start), Excerpt(nowLine, start));
    }

    private static string Excerpt(string? line, int start)
    {
        if (line is null)
            return "(the text ends here)";
        if (line.Length <= LongestLine)
            return line;
        var end = Math.Min(line.Length, start + LongestLine);
        return $"{(start > 0 ? "…" : "")}{line[Math.Min(start, end)..end]}{(end < line.Length ? "…" : "")}";
    }
}
