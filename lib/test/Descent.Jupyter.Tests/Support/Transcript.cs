using System.Text;
using System.Text.RegularExpressions;

namespace Descent.Jupyter.Tests.Support;

/// <summary>
/// Messages frame by frame, byte for byte as text, but for what differs from run to run: the ids, the session and the dates that
/// the kernel makes up. Those are replaced only where they have the form that they must have.
/// </summary>
internal sealed partial class Transcript(string key)
{
    private readonly List<Entry> entries = [];

    public void Add(string direction, IReadOnlyList<byte[]> frames) => entries.Add(new Entry(direction, frames));

    public void Clear() => entries.Clear();

    /// <summary>Everything, one after another.</summary>
    public string InOrder() => Text(entries);

    /// <summary>Request by request: the order between messages of requests that run at the same time is chance.</summary>
    public string ByRequest() => Text(entries.OrderBy(entry => RequestOf(entry.Frames), StringComparer.Ordinal));

    private static string RequestOf(IReadOnlyList<byte[]> frames)
    {
        var header = SignedFrames.DelimiterIndex(frames) + 2;
        var (own, parent) = (FrontEndId().Match(Encoding.UTF8.GetString(frames[header])), FrontEndId().Match(Encoding.UTF8.GetString(frames[header + 1])));
        return own.Success ? own.Value : parent.Value;
    }

    private string Text(IEnumerable<Entry> ordered)
    {
        var ids = new List<string>();
        return string.Join('\n', ordered.Select(entry => $"{entry.Direction}\n{string.Concat(entry.Frames.Select((_, index) => Line(entry.Frames, index, ids)))}"));
    }

    private string Line(IReadOnlyList<byte[]> frames, int index, List<string> ids)
    {
        if (!SignedFrames.IsMessage(frames) || index != SignedFrames.DelimiterIndex(frames) + 1)
            return $"    {Normalised(Encoding.UTF8.GetString(frames[index]), ids)}\n";
        return SignedFrames.IsSigned(key, frames) ? "    (the signature of the four parts below)\n" : "    (another signature)\n";
    }

    private static string Normalised(string frame, List<string> ids)
    {
        if (frame.Length == 0)
            return "(empty)";
        frame = OwnId().Replace(frame, match => $"{match.Groups[1].Value}(kernel message {Number(match.Groups[2].Value, ids)})\"");
        return OwnDate().Replace(OwnSession().Replace(frame, "$1(kernel session)\""), "$1(now)\"");
    }

    private static int Number(string id, List<string> ids)
    {
        if (!ids.Contains(id))
            ids.Add(id);
        return ids.IndexOf(id) + 1;
    }

    [GeneratedRegex("\"msg_id\":\"front-end-\\d+\"")]
    private static partial Regex FrontEndId();

    [GeneratedRegex("(\"msg_id\":\")([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\"")]
    private static partial Regex OwnId();

    [GeneratedRegex("(\"session\":\")[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\"")]
    private static partial Regex OwnSession();

    // With six digits of a second, which the front end's dates do not have.
    [GeneratedRegex("(\"date\":\")\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z\"")]
    private static partial Regex OwnDate();

    private sealed record Entry(string Direction, IReadOnlyList<byte[]> Frames);
}
