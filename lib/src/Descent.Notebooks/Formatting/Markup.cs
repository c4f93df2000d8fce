using System.Globalization;
using System.Net;
using System.Text;

namespace Descent.Notebooks;

/// <summary>HTML without scripts that takes its colours from the page, and so reads well in light and dark themes.</summary>
internal static class Markup
{
    private const string Border = "border:1px solid rgba(128,128,128,0.35);padding:2px 8px;";

    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    public static string Paragraph(string text) => $"<p>{Encode(text)}</p>";

    /// <summary>A table of text, with a row of headings if there are any.</summary>
    public static string Table(IReadOnlyList<string>? headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var html = new StringBuilder("<table style=\"border-collapse:collapse;color:inherit\">");
        if (headings is not null)
            AppendRow(html, headings, "th");
        foreach (var row in rows)
            AppendRow(html, row, "td");
        return html.Append("</table>").ToString();
    }

    /// <summary>Six significant digits; whole numbers in full.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        var format = size < 1e9 && size == Math.Floor(size) ? "0"
            : !double.IsFinite(size) || size is >= 1e-4 and < 1e6 ? "G6"
            : "0.#####e-0";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    public static string Whole(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percentage(double share) => share.ToString("0.00%", CultureInfo.InvariantCulture);

    /// <summary>The positions to show of many: all if they are few, else the first and the last about a null.</summary>
    public static IEnumerable<int?> Shown(int count, int most, int edge) =>
        count <= most
            ? Enumerable.Range(0, count).Select(index => (int?)index)
            : [.. Enumerable.Range(0, edge), null, .. Enumerable.Range(count - edge, edge)];

    private static void AppendRow(StringBuilder html, IReadOnlyList<string> cells, string element)
    {
        html.Append("<tr>");
        foreach (var cell in cells)
            html.Append(CultureInfo.InvariantCulture, $"<{element} style=\"{Border}text-align:right\">{Encode(cell)}</{element}>");
        html.Append("</tr>");
    }
}
