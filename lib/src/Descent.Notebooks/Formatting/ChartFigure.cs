using System.Text.Json.Nodes;
using Plotly.NET;

namespace Descent.Notebooks;

/// <summary>A chart as the JSON that plotly.js draws.</summary>
internal static class ChartFigure
{
    // What Plotly.NET writes for numbers that JSON does not have. plotly.js would take them for names of categories, and draw them.
    private static readonly string[] NoNumbers = ["NaN", "Infinity", "-Infinity"];

    private static readonly string[] Coordinates = ["x", "y", "z", "r", "theta", "lon", "lat", "open", "high", "low", "close"];

    /// <summary>The figure, with gaps for coordinates that are no numbers, as in the figures of the course.</summary>
    public static string Json(GenericChart chart)
    {
        var json = GenericChart.toJson(chart);
        if (!NoNumbers.Any(name => json.Contains($"\"{name}\"", StringComparison.Ordinal)))
            return json;
        var figure = JsonNode.Parse(json)!;
        foreach (var coordinates in figure["data"]!.AsArray().SelectMany(trace => Coordinates.Select(name => trace![name])).OfType<JsonArray>())
        {
            // Beside other names they are names.
            if (!coordinates.Select(Text).All(text => text is null || NoNumbers.Contains(text)))
                continue;
            for (var index = 0; index < coordinates.Count; index++)
            {
                if (Text(coordinates[index]) is not null)
                    coordinates[index] = null;
            }
        }

        return figure.ToJsonString();
    }

    private static string? Text(JsonNode? value) => value is JsonValue single && single.TryGetValue<string>(out var text) ? text : null;
}
