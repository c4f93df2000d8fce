using System.Text;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Values;

/// <summary>Writes a walked value as plain text, laid out as the formatting library does: other C# kernels show the same.</summary>
internal sealed partial class PlainTextOfValue
{
    private const int IndentOfLevel = 2;

    private readonly StringBuilder text = new();
    private int depth;

    // An element of a sequence, or of a tuple, begins with a dash; what it begins with decides who writes that.
    private bool awaitsDash;

    private PlainTextOfValue(int depth) => this.depth = depth - 1;

    /// <summary>Writes it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="depth">How deep it stands, from 1.</param>
    public static string Of(ShownValue value, int depth)
    {
        var writer = new PlainTextOfValue(depth);
        writer.Write(value);
        return writer.text.ToString();
    }

    private void Write(ShownValue value)
    {
        depth++;
        if (value.IsNull)
            text.Append(Formatter.NullString);
        else if (value.PlainText is { } plain)
            text.Append(plain);
        else
            Write(value.Shape);
        depth--;
    }

    private void Write(ShownShape? shape)
    {
        switch (shape)
        {
            case ShownShape.Text single:
                text.Append(single.IsIndented ? SpaceOfLine().Replace(single.Content, new string(' ', (depth + 1) * IndentOfLevel)) : single.Content);
                break;
            case ShownShape.Sequence sequence:
                Write(sequence);
                break;
            case ShownShape.Members members:
                Write(members);
                break;
            default:
                text.Append(Unfinished.Value);
                break;
        }
    }

    private void Write(ShownShape.Sequence sequence)
    {
        if (sequence.IsGrid)
            WriteGrid(sequence);
        else if (sequence.IsOneLine)
            WriteLine(sequence);
        else
            WriteLines(sequence);
    }

    private void WriteLine(ShownShape.Sequence sequence)
    {
        text.Append("[ ");
        for (var index = 0; index < sequence.Elements.Count; index++)
        {
            text.Append(index > 0 ? ", " : "");
            WriteElement(sequence.Elements[index]);
        }

        WriteEnd(sequence.Elements.Count > 0, sequence.WrittenEnd);
        text.Append(" ]");
    }

    private void WriteLines(ShownShape.Sequence sequence)
    {
        text.AppendLine(sequence.Name);
        for (var index = 0; index < sequence.Elements.Count; index++)
        {
            if (index > 0)
                text.AppendLine();
            if (sequence.HoldsObjects)
                Indent("  - ");
            WriteElement(sequence.Elements[index]);
        }

        WriteEnd(sequence.Elements.Count > 0, sequence.WrittenEnd);
    }

    private void WriteGrid(ShownShape.Sequence grid)
    {
        text.Append(grid.Name);
        if (grid.IsOneLine)
        {
            text.Append(' ');
            WriteLine(grid);
            return;
        }

        foreach (var row in grid.Elements)
        {
            text.AppendLine();
            Indent("    ");
            Write(row);
        }

        WriteEnd(isAfter: true, grid.WrittenEnd);
    }

    private void WriteElement(ShownValue element)
    {
        awaitsDash = true;
        Write(element);
        awaitsDash = false;
    }

    private void WriteEnd(bool isAfter, string end)
    {
        if (end is not "")
            text.Append($"{(isAfter ? " " : "")}{end}");
    }

    private void Write(ShownShape.Members members)
    {
        switch (members.Form)
        {
            case MembersForm.Lines:
                WriteLines(members);
                break;
            case MembersForm.OneLine:
                text.Append(OneLineOfValue.Of(members));
                break;
            case MembersForm.Pairs:
                WritePairs(members);
                break;
            case MembersForm.OneLineTuple when depth > Formatter.RecursionLimit:
                text.Append(OneLineOfValue.Of(members));
                break;
            case MembersForm.OneLineTuple:
                WriteTupleLine(members);
                break;
            default:
                WriteTuple(members);
                break;
        }
    }

    private void WriteLines(ShownShape.Members members)
    {
        if (!awaitsDash)
            text.AppendLine(members.Name);
        for (var index = 0; index < members.Items.Count; index++)
        {
            var (name, value) = members.Items[index];
            if (index > 0 && members.Values is null)
                text.AppendLine();
            StartLine();
            text.Append($"{name}: ");
            Write(value);
        }

        if (members.Values is { } values)
        {
            text.AppendLine();
            StartLine();
            text.Append("(values): ");
            Write(values);
        }

        WriteEnd(isAfter: true, members.WrittenEnd);
    }

    private void WritePairs(ShownShape.Members members)
    {
        for (var index = 0; index < members.Items.Count; index++)
        {
            if (index > 0)
                text.AppendLine();
            text.Append($"{members.Items[index].Name}: ");
            Write(members.Items[index].Value);
        }

        WriteEnd(members.Items.Count > 0, members.WrittenEnd);
    }

    private void WriteTupleLine(ShownShape.Members tuple)
    {
        text.Append("( ");
        for (var index = 0; index < tuple.Items.Count; index++)
        {
            text.Append(index > 0 ? ", " : "");
            Write(tuple.Items[index].Value);
        }

        WriteEnd(tuple.Items.Count > 0, tuple.WrittenEnd);
        text.Append(" )");
    }

    private void WriteTuple(ShownShape.Members tuple)
    {
        for (var index = 0; index < tuple.Items.Count; index++)
        {
            if (index > 0)
                text.AppendLine();
            awaitsDash = true;
            StartLine();
            Write(tuple.Items[index].Value);
            awaitsDash = true;
        }

        WriteEnd(tuple.Items.Count > 0, tuple.WrittenEnd);
    }

    private void StartLine()
    {
        Indent(awaitsDash ? "  - " : "    ");
        awaitsDash = false;
    }

    private void Indent(string then) => text.Append($"{new string(' ', depth * IndentOfLevel)}{then}");

    [GeneratedRegex(@"^\s+", RegexOptions.Multiline)]
    private static partial Regex SpaceOfLine();
}
