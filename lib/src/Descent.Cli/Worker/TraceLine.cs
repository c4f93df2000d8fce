using System.Globalization;
using System.Text.RegularExpressions;

namespace Descent.Cli.Worker;

/// <summary>Finds the line of the failing cell in a stack trace.</summary>
internal static partial class TraceLine
{
    /// <summary>The innermost line that the trace names of the cell called <paramref name="cellName"/>; null when it names none.</summary>
    public static int? Find(IReadOnlyList<string> trace, string cellName) => trace
        .Select(frame => CellLine().Match(frame))
        .Where(match => match.Success && match.Groups["cell"].Value == cellName)
        .Select(match => (int?)int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture))
        .FirstOrDefault();

    [GeneratedRegex(@"\b(at|in) (?<cell>cell \d+), line (?<line>\d+)(:|$)")]
    private static partial Regex CellLine();
}
