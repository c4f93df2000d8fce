using System.Dynamic;
using System.Globalization;
using System.Reflection;

namespace Descent.Scripting.Values;

/// <content>Objects, tuples and pairs.</content>
internal sealed partial class Walk
{
    private void FillMembers(ShownValue shown, object value, Type type, TypeFacts facts, int depth)
    {
        var members = new ShownShape.Members(
            TypeFacts.NameOf(type),
            depth > levels ? (facts.TupleForm is null ? MembersForm.OneLine : MembersForm.OneLineTuple) : facts.TupleForm ?? MembersForm.Lines);
        shown.Shape = members;
        if (depth > levels + MostLevelsInOneLine)
        {
            endless++;
            members.End = "...";
            if (facts.TextSource == TextSource.Itself)
                members.Summary = type.ToString();
            return;
        }

        for (var index = 0; index < facts.Members.Count; index++)
        {
            showing.ThrowIfOver();
            if (parts <= 0)
            {
                members.End = string.Create(CultureInfo.InvariantCulture, $"... ({facts.Members.Count - index} more)");
                return;
            }

            var member = new ShownValue();
            Add(members.Items, (facts.Members[index].Name, member));
            FillMember(member, facts.Members[index], value, depth);
        }

        if (facts.IsSequence)
            Enumerate(members.Values = SequenceFor(type, facts, depth), value, facts, depth);
        members.End = "";
    }

    private void FillMember(ShownValue shown, MemberInfo member, object owner, int depth)
    {
        var type = TypeFacts.TypeOf(member);
        if (type.IsByRefLike || type.IsByRef && type.GetElementType()!.IsByRefLike)
        {
            // It lives on the stack alone, so that nothing can be handed on but its type.
            shown.Type = type;
            shown.Shape = new ShownShape.Text($"({TypeFacts.NameOf(type)})");
            return;
        }

        object? value;
        try
        {
            value = member is PropertyInfo property
                ? property.GetValue(owner, BindingFlags.DoNotWrapExceptions, null, null, null)
                : ((FieldInfo)member).GetValue(owner);
        }
#pragma warning disable CA1031 // Whatever a property throws is shown in place of its value.
        catch (Exception exception) when (!showing.IsOver)
#pragma warning restore CA1031
        {
            shown.Type = exception.GetType();
            shown.Shape = new ShownShape.Text(Within(SafeText.Of(exception)));
            return;
        }

        Fill(shown, value, depth + 1);
    }

    private void FillPair(ShownValue shown, KeyValuePair<string, object?> pair, int depth)
    {
        var members = new ShownShape.Members(TypeFacts.NameOf(pair.GetType()), MembersForm.Pairs);
        shown.Shape = members;
        FillNamed(members, pair.Key, pair.Value, depth);
        members.End = "";
    }

    private void FillDynamic(ShownValue shown, ExpandoObject value, int depth)
    {
        var members = new ShownShape.Members(nameof(ExpandoObject), MembersForm.Pairs);
        shown.Shape = members;
        if (depth > levels + MostLevelsInOneLine)
        {
            endless++;
            members.End = "...";
            return;
        }

        foreach (var (name, member) in value)
            FillNamed(members, name, member, depth);
        members.End = "";
    }

    private void FillNamed(ShownShape.Members members, string name, object? value, int depth)
    {
        var member = new ShownValue();
        Add(members.Items, (name, member));
        Fill(member, value, depth + 1);
    }
}
