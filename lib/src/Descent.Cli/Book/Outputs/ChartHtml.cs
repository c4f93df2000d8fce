using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Descent.Cli.Book.Outputs;

/// <summary>A chart: its place, the figure as data beside it, and its title for readers who do not see it. The page's script draws it.</summary>
internal static partial class ChartHtml
{
    /// <summary>Marks a chart's place on the page.</summary>
    public const string Class = "chart";

    private const int DefaultWidth = 700;
    private const int DefaultHeight = 450;

    public static string Of(string figure, string alternative)
    {
        using var document = JsonDocument.Parse(figure);
        var layout = document.RootElement.TryGetProperty("layout", out var found) ? found : default;
        // What has controls is more than a picture, and the keyboard must get there.
        var role = Has(layout, "sliders") || Has(layout, "updatemenus") ? "role=\"group\" tabindex=\"0\"" : "role=\"img\"";
        // The serializer escapes every character that could end the script element.
        return $"""
            <figure><div class="{Class}" {role} aria-label="{WebUtility.HtmlEncode(alternative)}" style="max-width:{Size(layout, "width", DefaultWidth)}px;min-height:{Size(layout, "height", DefaultHeight)}px"></div>
            <script type="application/json">{JsonSerializer.Serialize(document.RootElement)}</script></figure>
            """;
    }

    /// <summary>The chart's title in plain words; null if it has none.</summary>
    public static string? TitleOf(string figure)
    {
        using var document = JsonDocument.Parse(figure);
        if (!document.RootElement.TryGetProperty("layout", out var layout) || !layout.TryGetProperty("title", out var title))
            return null;
        var text = title.ValueKind switch
        {
            JsonValueKind.String => title.GetString(),
            JsonValueKind.Object when title.TryGetProperty("text", out var inner) => inner.GetString(),
            _ => null,
        };
        return text is null ? null : string.Join(' ', Tag().Replace(text, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool Has(JsonElement layout, string name) => layout.ValueKind == JsonValueKind.Object && layout.TryGetProperty(name, out _);

    private static int Size(JsonElement layout, string name, int otherwise) =>
        Has(layout, name) && layout.GetProperty(name).TryGetInt32(out var size) ? size : otherwise;

    // The tags that plotly.js lets titles carry.
    [GeneratedRegex("</?(br|sub|sup|b|i|em|span|a)( [^<>]*)?/?>")]
    private static partial Regex Tag();
}
