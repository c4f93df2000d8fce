using System.Text.Json.Nodes;

namespace Descent.Jupyter.Dispatch;

/// <summary>The forms that every reply takes ("Request-Reply" in the specification).</summary>
internal static class Replies
{
    public static JsonObject Ok() => new() { ["status"] = "ok" };

    public static JsonObject Error(string name, string message, IEnumerable<string> trace)
    {
        var reply = ErrorContent(name, message, trace);
        reply["status"] = "error";
        return reply;
    }

    /// <summary>What a reply about an error and a broadcast of it have in common.</summary>
    public static JsonObject ErrorContent(string name, string message, IEnumerable<string> trace) => new()
    {
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = new JsonArray([.. trace.Select(line => (JsonNode)line)]),
    };

    /// <summary>For what a handler throws. Requests without sense are the front end's fault; the rest is the kernel's own.</summary>
    public static JsonObject Error(Exception exception) => Error(exception.GetType().Name, exception.Message, [exception.Message]);
}
