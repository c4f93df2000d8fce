using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Requests;

/// <summary>Lists earlier cells of this session ("History" in the specification).</summary>
internal sealed class HistoryHandler(History history) : IRequestHandler
{
    private const int Session = 1;

    public Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken)
    {
        var entries = message.Text("hist_access_type", "tail") switch
        {
            "range" => Range(message),
            "search" => Search(message),
            "tail" => history.Entries,
            var other => throw new MessageFormatException($"history_request: hist_access_type should be range, tail or search, and is {other}"),
        };
        var withOutput = message.Flag("output", false);
        var reply = Replies.Ok();
        reply["history"] = new JsonArray([.. Last(message, entries).Select(entry => (JsonNode)Row(entry, withOutput))]);
        return Task.FromResult<JsonObject?>(reply);
    }

    private static JsonArray Row(HistoryEntry entry, bool withOutput) =>
        new JsonArray(Session, entry.Line, withOutput ? new JsonArray(entry.Input, entry.Output) : entry.Input);

    // Session 0 is the present one, which is the only one that this kernel remembers.
    private IEnumerable<HistoryEntry> Range(WireMessage message)
    {
        var start = message.Number("start", 0);
        var stop = message.Number("stop", int.MaxValue);
        return message.Number("session", 0) is 0 or Session
            ? history.Entries.Where(entry => entry.Line >= start && entry.Line < stop)
            : [];
    }

    private IEnumerable<HistoryEntry> Search(WireMessage message)
    {
        var pattern = message.Text("pattern", "*")!;
        var found = history.Entries.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Input, ignoreCase: false));
        return message.Flag("unique", false) ? found.Reverse().DistinctBy(entry => entry.Input).Reverse() : found;
    }

    private static IEnumerable<HistoryEntry> Last(WireMessage message, IEnumerable<HistoryEntry> entries) =>
        message.Text("hist_access_type", "tail") == "range" ? entries : entries.TakeLast(message.Number("n", int.MaxValue));
}
