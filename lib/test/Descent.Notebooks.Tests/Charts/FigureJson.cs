using System.Text.Json;
using Plotly.NET;

namespace Descent.Notebooks.Tests.Charts;

/// <summary>Reads a chart as plotly.js does: as JSON.</summary>
internal static class FigureJson
{
    public static JsonElement Json(this GenericChart chart) => JsonDocument.Parse(GenericChart.toJson(chart)).RootElement;

    public static JsonElement Layout(this GenericChart chart) => chart.Json().GetProperty("layout");

    public static JsonElement[] Traces(this GenericChart chart) => [.. chart.Json().GetProperty("data").EnumerateArray()];

    public static string Title(this GenericChart chart) => Text(chart.Layout());

    public static string AxisTitle(this GenericChart chart, string axis) => Text(chart.Layout().GetProperty(axis));

    /// <summary>A title is an object with a text: plotly.js 3 ignores a title that is a string.</summary>
    public static string Text(JsonElement titled) => titled.GetProperty("title").GetProperty("text").GetString()!;

    public static double?[] Numbers(this JsonElement trace, string attribute) =>
        [.. trace.GetProperty(attribute).EnumerateArray()
            .Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble())];

    public static string?[] Strings(this JsonElement trace, string attribute) =>
        [.. trace.GetProperty(attribute).EnumerateArray().Select(value => value.GetString())];

    public static string? String(this JsonElement trace, string attribute) => trace.GetProperty(attribute).GetString();
}
