using System.Text.Json;

namespace Descent.Notebooks;

/// <summary>
/// Finds out whether plotly.js draws anything of a figure. Where that is not certain it does: nobody is told that a picture is empty which
/// is not.
/// </summary>
internal static class DrawnPoints
{
    // Whatever these hold is drawn, or may bring data that is.
    private static readonly string[] DrawnWithoutPoints = ["shapes", "annotations", "images", "sliders", "updatemenus"];
    private static readonly string[] NoNumbers = ["", "NaN", "Infinity", "-Infinity"];

    public static bool Any(JsonElement figure)
    {
        var layout = Inside(figure, "layout");
        return DrawnWithoutPoints.Any(name => Inside(layout, name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0)
            || Inside(figure, "data") is not { ValueKind: JsonValueKind.Array } traces
            || traces.EnumerateArray().Any(trace => MayBeDrawn(trace, layout));
    }

    private static bool MayBeDrawn(JsonElement trace, JsonElement layout)
    {
        var type = Inside(trace, "type") is { ValueKind: JsonValueKind.String } given ? given.GetString() : "scatter";
        return type switch
        {
            // A stack of areas fills gaps with zeros.
            "scatter" or "scattergl" or "bar" or "funnel" or "waterfall" => Has(trace, "stackgroup") || AnyPoint(trace, layout, ["x", "y"], mayMiss: 1),
            "scatterpolar" or "scatterpolargl" or "barpolar" => AnyPoint(trace, layout, ["r", "theta"], mayMiss: 1),
            "scatter3d" => AnyPoint(trace, layout, ["x", "y", "z"], mayMiss: 0),
            "scattergeo" or "scattermap" or "scattermapbox" => Has(trace, "locations") || AnyPoint(trace, layout, ["lon", "lat"], mayMiss: 0),
            "candlestick" or "ohlc" => AnyPoint(trace, layout, ["open", "high", "low", "close"], mayMiss: 0),
            "histogram" => AnyPoint(trace, layout, ["x"], mayMiss: 0) || AnyPoint(trace, layout, ["y"], mayMiss: 0),
            "histogram2d" or "histogram2dcontour" => AnyPoint(trace, layout, ["x", "y"], mayMiss: 0),
            "box" or "violin" => Has(trace, "q1") || AnyPoint(trace, layout, ["x"], mayMiss: 0) || AnyPoint(trace, layout, ["y"], mayMiss: 0),
            "heatmap" or "contour" or "surface" => Has(trace, "z") && AnyValue(Inside(trace, "z")),
            "pie" or "funnelarea" => Has(trace, "values") ? AnyValue(Inside(trace, "values")) : Has(trace, "labels") && AnyValue(Inside(trace, "labels")),
            _ => true,
        };
    }

    /// <summary>Whether there is a place at which all coordinates that are given can be drawn; some may be left out, and are counted up then.</summary>
    private static bool AnyPoint(JsonElement trace, JsonElement layout, string[] coordinates, int mayMiss)
    {
        var given = coordinates.Where(name => Has(trace, name)).Select(name => (Values: Inside(trace, name), IsLogarithmic: IsLogarithmic(trace, layout, name))).ToList();
        if (given.Count < coordinates.Length - mayMiss)
            return false;
        if (given.Any(coordinate => coordinate.Values.ValueKind != JsonValueKind.Array))
            return true;
        return Enumerable.Range(0, given.Min(coordinate => coordinate.Values.GetArrayLength()))
            .Any(index => given.All(coordinate => CanBeDrawn(coordinate.Values[index], coordinate.IsLogarithmic)));
    }

    private static bool AnyValue(JsonElement values) => values.ValueKind == JsonValueKind.Array
        ? values.EnumerateArray().Any(AnyValue)
        : CanBeDrawn(values, isLogarithmic: false);

    private static bool CanBeDrawn(JsonElement value, bool isLogarithmic) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Number => !isLogarithmic || value.GetDouble() > 0,
        JsonValueKind.String => !NoNumbers.Contains(value.GetString()),
        _ => true,
    };

    private static bool IsLogarithmic(JsonElement trace, JsonElement layout, string coordinate)
    {
        var axis = Inside(trace, $"{coordinate}axis") is { ValueKind: JsonValueKind.String } named ? named.GetString()! : coordinate;
        return Inside(Inside(layout, $"{coordinate}axis{axis[1..]}"), "type") is { ValueKind: JsonValueKind.String } type && type.GetString() == "log";
    }

    private static bool Has(JsonElement element, string name) => Inside(element, name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    private static JsonElement Inside(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
}
