using System.Text.Json;
using System.Text.Json.Nodes;

namespace Descent.Notebooks;

/// <summary>Says so of a chart of which nothing can be drawn, since empty axes alone look like a mistake of the notebook's.</summary>
internal static class EmptyChart
{
    public const string Notice =
        "No point of this chart can be drawn: its values are missing, not a number, infinite, or not positive on a logarithmic axis.";

    // What plotly.js takes where a figure says nothing, in pixels.
    private const double DefaultHeight = 450;
    private const double DefaultBottom = 80;
    private const double NoticeHeight = 45;

    public static bool Is(string figure)
    {
        using var document = JsonDocument.Parse(figure);
        return !DrawnPoints.Any(document.RootElement);
    }

    /// <summary>The figure, with the notice below its plot if it is empty: a front end that draws it shows nothing else beside it.</summary>
    public static string Explained(string figure)
    {
        if (!Is(figure))
            return figure;
        var explained = JsonNode.Parse(figure)!;
        var layout = Object(explained.AsObject(), "layout");
        var margin = Object(layout, "margin");
        var bottom = Number(margin, "b", DefaultBottom);
        margin["b"] = bottom + NoticeHeight;
        layout["height"] = Number(layout, "height", DefaultHeight) + NoticeHeight;
        layout["annotations"] = new JsonArray(new JsonObject
        {
            ["text"] = Notice.Replace(": ", ":<br>", StringComparison.Ordinal),
            ["showarrow"] = false,
            ["xref"] = "paper",
            ["yref"] = "paper",
            ["x"] = 0.5,
            ["y"] = 0,
            ["yanchor"] = "top",
            // Below the numbers and the title of the axis.
            ["yshift"] = -bottom,
        });
        return explained.ToJsonString();
    }

    private static JsonObject Object(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
            parent[name] = child = [];
        return child;
    }

    private static double Number(JsonObject parent, string name, double otherwise) =>
        parent[name] is JsonValue value && value.TryGetValue<double>(out var number) ? number : otherwise;
}
