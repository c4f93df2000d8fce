using System.Text.Json;
using System.Text.Json.Nodes;

namespace Descent.Jupyter.Dispatch;

/// <summary>Values by mime type, as messages carry them.</summary>
internal static class MimeBundle
{
    public static JsonObject ToJson(IReadOnlyDictionary<string, string> forms)
    {
        var bundle = new JsonObject();
        foreach (var (mimeType, form) in forms)
            bundle[mimeType] = IsJson(mimeType) ? Parse(form) : form;
        return bundle;
    }

    private static bool IsJson(string mimeType) => mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    // JSON travels as JSON, not as text that holds JSON (specification 5.0).
    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
