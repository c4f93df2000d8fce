using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Values;

/// <summary>Writes a value in one line, as records print themselves: what stands above an opened object, and what is too deep to be opened.</summary>
internal static class OneLineOfValue
{
    private const int MostCharacters = 300;

    public static string Of(ShownValue value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return Shortened(text);
    }

    public static string Of(ShownShape shape)
    {
        var text = new StringBuilder();
        Write(text, shape);
        return Shortened(text);
    }

    /// <summary>The name that a record of the type begins with; nothing for an anonymous type.</summary>
    public static string NameOf(Type type)
    {
        var name = TypeFacts.NameOf(type);
        return name.StartsWith('<') ? "" : $"{name.Split('<')[0]} ";
    }

    private static string Shortened(StringBuilder text)
    {
        var line = text.ToString().Trim().Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return line.Length > MostCharacters ? $"{line[..MostCharacters]}..." : line;
    }

    private static void Write(StringBuilder text, ShownValue value)
    {
        if (value.IsNull || text.Length > MostCharacters)
            return;
        if (value.PlainText is { } plain)
            text.Append(plain);
        else if (value.Shape is { } shape)
            Write(text, shape);
        else
            text.Append(Unfinished.Value);
    }

    private static void Write(StringBuilder text, ShownShape shape)
    {
        switch (shape)
        {
            case ShownShape.Text single:
                text.Append(single.Content.AsSpan(0, Math.Min(single.Content.Length, MostCharacters + 1)));
                break;
            case ShownShape.Sequence sequence:
                List(text, "[ ", sequence.Elements, ", ", sequence.WrittenEnd, " ]");
                break;
            case ShownShape.Members { Summary: { } summary }:
                text.Append(summary);
                break;
            case ShownShape.Members { Values: { } values }:
                Write(text, values);
                break;
            case ShownShape.Members pair when pair.Name.StartsWith("KeyValuePair<", StringComparison.Ordinal):
                List(text, "[", pair.Items.Select(item => item.Value), ", ", pair.WrittenEnd, "]");
                break;
            case ShownShape.Members { Form: MembersForm.Tuple or MembersForm.OneLineTuple } tuple:
                List(text, "(", tuple.Items.Select(item => item.Value), ", ", tuple.WrittenEnd, ")");
                break;
            case ShownShape.Members members:
                Members(text, members);
                break;
        }
    }

    private static void List(StringBuilder text, string open, IEnumerable<ShownValue> elements, string separator, string end, string close)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var element in elements)
        {
            if (text.Length > MostCharacters)
                return;
            text.Append(isFirst ? "" : separator);
            isFirst = false;
            if (element.IsNull)
                text.Append(Formatter.NullString);
            else
                Write(text, element);
        }

        if (end is not "")
            text.Append(isFirst ? "" : " ").Append(end);
        text.Append(close);
    }

    private static void Members(StringBuilder text, ShownShape.Members members)
    {
        var name = members.Name.StartsWith('<') ? "" : members.Name.Split('<')[0];
        text.Append(name).Append(name.Length == 0 ? "{ " : " { ");
        for (var index = 0; index < members.Items.Count && text.Length <= MostCharacters; index++)
        {
            text.Append(index == 0 ? "" : ", ").Append(members.Items[index].Name).Append(" = ");
            Write(text, members.Items[index].Value);
        }

        if (members.WrittenEnd is not "")
            text.Append(members.Items.Count == 0 ? "" : " ").Append(members.WrittenEnd);
        text.Append(" }");
    }
}
