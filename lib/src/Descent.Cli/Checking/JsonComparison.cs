using System.Text.Json;

namespace Descent.Cli.Checking;

/// <summary>Finds the first value in which two figures differ.</summary>
internal static class JsonComparison
{
    /// <summary>
    /// How far two numbers may be apart, as a share of the larger. The course's own sums have the same bits everywhere; sines, exponentials
    /// and powers come from each system's own library, and may differ in their last digit.
    /// </summary>
    public const double Tolerance = 1e-9;

    private const int LongestValue = 120;

    public static Difference? First(string saved, string now, string place)
    {
        if (saved == now)
            return null;
        using var savedDocument = Outputs.CanonicalJson.TryParse(saved);
        using var nowDocument = Outputs.CanonicalJson.TryParse(now);
        return savedDocument is null || nowDocument is null
            ? TextComparison.First(saved, now, place)
            : First(savedDocument.RootElement, nowDocument.RootElement, place, "");
    }

    private static Difference? First(JsonElement saved, JsonElement now, string place, string path) => (saved.ValueKind, now.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => InObjects(saved, now, place, path),
        (JsonValueKind.Array, JsonValueKind.Array) => InArrays(saved, now, place, path),
        (JsonValueKind.Number, JsonValueKind.Number) => AreClose(saved.GetDouble(), now.GetDouble()) ? null : Here(saved, now, place, path),
        (JsonValueKind.String, JsonValueKind.String) => TextComparison.First(saved.GetString()!, now.GetString()!, Place(place, path)),
        var (one, other) => one == other ? null : Here(saved, now, place, path),
    };

    private static Difference? InObjects(JsonElement saved, JsonElement now, string place, string path) => saved.EnumerateObject()
        .Concat(now.EnumerateObject())
        .Select(property => property.Name)
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(name => (saved.TryGetProperty(name, out var savedValue), now.TryGetProperty(name, out var nowValue)) switch
        {
            (true, true) => First(savedValue, nowValue, place, $"{path}.{name}"),
            _ => Here(savedValue, nowValue, place, $"{path}.{name}"),
        })
        .FirstOrDefault(difference => difference is not null);

    private static Difference? InArrays(JsonElement saved, JsonElement now, string place, string path)
    {
        var (savedCount, nowCount) = (saved.GetArrayLength(), now.GetArrayLength());
        return savedCount != nowCount
            ? new Difference(Place(place, path), $"{savedCount} items", $"{nowCount} items")
            : saved.EnumerateArray().Zip(now.EnumerateArray())
                .Select((pair, index) => First(pair.First, pair.Second, place, $"{path}[{index}]"))
                .FirstOrDefault(difference => difference is not null);
    }

    private static bool AreClose(double saved, double now) =>
        saved == now || Math.Abs(saved - now) <= Tolerance * Math.Max(Math.Abs(saved), Math.Abs(now));

    private static Difference Here(JsonElement saved, JsonElement now, string place, string path) => new(Place(place, path), Text(saved), Text(now));

    private static string Place(string place, string path) => path.Length == 0 ? place : $"{place}, {path.TrimStart('.')}";

    private static string Text(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Undefined)
            return "(nothing)";
        var text = element.GetRawText();
        return text.Length <= LongestValue ? text : $"{text[..LongestValue]}…";
    }
}
