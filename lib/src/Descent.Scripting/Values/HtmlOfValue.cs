using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Values;

/// <summary>Writes a walked value as HTML, in the tables and foldable details of the formatting library. It says what the plain text says.</summary>
internal sealed class HtmlOfValue
{
    private readonly StringBuilder html = new();
    private int depth;

    private HtmlOfValue(int depth) => this.depth = depth - 1;

    /// <summary>Writes it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="depth">How deep it stands, from 1; only what stands at the top is unfolded.</param>
    public static string Of(ShownValue value, int depth)
    {
        var text = new HtmlOfValue(depth);
        text.Write(value);
        return text.html.ToString();
    }

    private void Write(ShownValue value)
    {
        depth++;
        switch (value)
        {
            case { Html: { } given }:
                html.Append(given);
                break;
            case { Shape: ShownShape.Sequence { IsOneLine: false, IsGrid: false } sequence }:
                WriteTable(sequence);
                break;
            case { Shape: ShownShape.Sequence { IsOneLine: false, IsGrid: true } grid }:
                WriteGrid(grid);
                break;
            case { Shape: ShownShape.Members { Form: MembersForm.Pairs } pairs } when pairs.Name == nameof(System.Dynamic.ExpandoObject):
                WritePairs(pairs);
                break;
            case { Shape: ShownShape.Members { Form: not MembersForm.OneLine } members } when depth <= Formatter.RecursionLimit:
                WriteMembers(members);
                break;
            default:
                Preformatted(PlainTextOfValue.Of(value, depth));
                break;
        }

        depth--;
    }

    private void WriteTable(ShownShape.Sequence sequence)
    {
        var rows = sequence.Elements;
        if (rows.Count == 0 && sequence.End is "")
        {
            html.Append("<i>(empty)</i>");
            return;
        }

        var typesDiffer = rows.Where(row => row.Type is not null).Select(row => row.Type).Distinct().Count() > 1;
        List<string> heads = [sequence.IsDictionary ? "<i>key</i>" : "<i>index</i>", .. typesDiffer && !sequence.IsDictionary ? ["<i>type</i>"] : Array.Empty<string>(), "value"];
        StartTable(heads);
        for (var index = 0; index < rows.Count; index++)
        {
            html.Append("<tr>");
            if (sequence.IsDictionary && rows[index].Shape is ShownShape.Members { Items: [var key, var value, ..] })
            {
                Cell(key.Value);
                Cell(value.Value);
            }
            else
            {
                Cell(index);
                if (typesDiffer && !sequence.IsDictionary)
                    Cell(rows[index].Type);
                Cell(rows[index]);
            }

            html.Append("</tr>");
        }

        End(sequence.WrittenEnd, heads.Count);
        html.Append("</tbody></table>");
    }

    private void WriteGrid(ShownShape.Sequence grid)
    {
        var columns = grid.Elements.Select(row => ((ShownShape.Sequence)row.Shape!).Elements.Count).DefaultIfEmpty().Max();
        StartTable([$"<i>{WebUtility.HtmlEncode(grid.Name)}</i>", .. Enumerable.Range(grid.First.Column, columns).Select(column => $"<i>{column.ToString(CultureInfo.InvariantCulture)}</i>")]);
        for (var index = 0; index < grid.Elements.Count; index++)
        {
            var row = (ShownShape.Sequence)grid.Elements[index].Shape!;
            html.Append("<tr>");
            Cell(grid.First.Row + index);
            foreach (var element in row.Elements)
                Cell(element);
            if (row.WrittenEnd is not "")
                html.Append("<td><i>").Append(WebUtility.HtmlEncode(row.WrittenEnd)).Append("</i></td>");
            html.Append("</tr>");
        }

        End(grid.WrittenEnd, columns + 1);
        html.Append("</tbody></table>");
    }

    private void WritePairs(ShownShape.Members members)
    {
        var pairs = members.Items.OrderBy(item => item.Name, StringComparer.CurrentCulture).ToList();
        StartTable([.. pairs.Select(pair => WebUtility.HtmlEncode(pair.Name))]);
        html.Append("<tr>");
        foreach (var pair in pairs)
            Cell(pair.Value);
        html.Append("</tr>");
        End(members.WrittenEnd, pairs.Count);
        html.Append("</tbody></table>");
    }

    private void WriteMembers(ShownShape.Members members)
    {
        html.Append(depth < 2 ? "<details open=\"open\" class=\"dni-treeview\">" : "<details class=\"dni-treeview\">")
            .Append("<summary><span class=\"dni-code-hint\"><code>")
            .Append(WebUtility.HtmlEncode(OneLineOfValue.Of(members)))
            .Append("</code></span></summary><div>");
        StartTable([]);
        foreach (var (name, value) in members.Items)
        {
            html.Append("<tr><td>").Append(WebUtility.HtmlEncode(name)).Append("</td>");
            Cell(value);
            html.Append("</tr>");
        }

        if (members.Values is { } values)
        {
            html.Append("<tr><td><i>(values)</i></td>");
            Cell(new ShownValue { Type = typeof(Array), Shape = values });
            html.Append("</tr>");
        }

        End(members.WrittenEnd, 2);
        html.Append("</tbody></table></div></details>");
    }

    private void StartTable(IReadOnlyList<string> heads)
    {
        html.Append("<table><thead><tr>");
        foreach (var head in heads)
            html.Append("<th>").Append(head).Append("</th>");
        html.Append("</tr></thead><tbody>");
    }

    private void End(string end, int columns)
    {
        if (end is not "")
            html.Append(CultureInfo.InvariantCulture, $"<tr><td colspan=\"{columns}\"><i>{WebUtility.HtmlEncode(end)}</i></td></tr>");
    }

    private void Cell(int number) => html.Append(CultureInfo.InvariantCulture, $"<td>{number}</td>");

    private void Cell(Type? type)
    {
        html.Append("<td>");
        if (type is null)
            Preformatted(Formatter.NullString);
        else
            html.Append(type.ToDisplayString(HtmlFormatter.MimeType));
        html.Append("</td>");
    }

    private void Cell(ShownValue value)
    {
        html.Append("<td>");
        Write(value);
        html.Append("</td>");
    }

    private void Preformatted(string text) =>
        html.Append("<div class=\"dni-plaintext\"><pre>").Append(WebUtility.HtmlEncode(text)).Append("</pre></div>");
}
