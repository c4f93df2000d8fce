using System.Dynamic;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Values;

/// <summary>
/// Goes through a value once and notes what is to be shown of it, within bounds: so deep, so many parts, so much text, so long. What the value
/// leads back to is marked instead of being gone into again. Every part is attached before it is filled, so that what there is can be shown
/// at any moment, even while this thread is stuck in the value's code.
/// </summary>
/// <remarks>
/// An exception of a sequence is kept as the showing's failure and becomes the cell's error: it is code that the cell asked for and that failed.
/// One of a property, a ToString or a formatter is part of the picture and is shown in its place.
/// </remarks>
internal sealed partial class Walk
{
    private const int MostParts = 20_000;
    private const int MostCharacters = 10_000_000;
    private const int MostLevelsInOneLine = 4;
    private const int MostInnerExceptions = 100;

    private readonly Showing showing;
    private readonly bool wantsHtml;
    private readonly SpecificFormats formats;
    private readonly Dictionary<Type, TypeFacts> types = [];
    private readonly List<object> path = [];
    private readonly int levels = Formatter.RecursionLimit;
    private readonly object gate = new();
    private int parts = Math.Max(MostParts, Formatter.ListExpansionLimit);
    private int characters = MostCharacters;
    private int endless;
    private int texts;
    private bool isSnapshotTaken;

    /// <summary>Prepares a walk.</summary>
    /// <param name="showing">What it belongs to. A walk inside another one knows where that one stands.</param>
    /// <param name="wantsHtml">Whether formatters are asked for HTML as well.</param>
    public Walk(Showing showing, bool wantsHtml)
    {
        this.showing = showing;
        this.wantsHtml = wantsHtml;
        formats = new SpecificFormats(showing);
        if (showing.Walk is { } outer)
            path.AddRange(outer.path);
    }

    /// <summary>Whether the value leads back to itself, or is deeper than was looked: what goes through all of it might not come back.</summary>
    public bool MayBeEndless => endless > 0;

    /// <summary>Whether no HTML could be made, since the formatter for the value's type threw.</summary>
    public bool HasNoHtml { get; private set; }

    /// <summary>Walks the value.</summary>
    /// <param name="root">Receives what is found.</param>
    /// <param name="value">The value.</param>
    /// <param name="depth">How deep it stands, from 1.</param>
    public void Go(ShownValue root, object? value, int depth)
    {
        var outer = showing.Walk;
        showing.Walk = this;
        try
        {
            Fill(root, value, depth, isRoot: true);
        }
        finally
        {
            showing.Walk = outer;
        }
    }

    /// <summary>From now on nothing is added, so that another thread can read what there is.</summary>
    public void TakeSnapshot()
    {
        lock (gate)
            isSnapshotTaken = true;
    }

    private TypeFacts FactsOf(Type type)
    {
        if (!types.TryGetValue(type, out var facts))
            types[type] = facts = new TypeFacts(type);
        return facts;
    }

    private void Fill(ShownValue shown, object? value, int depth, bool isRoot = false)
    {
        showing.ThrowIfOver();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value is null)
        {
            shown.IsNull = true;
            return;
        }

        var type = value.GetType();
        shown.Type = type;
        if (--parts < 0)
        {
            shown.Shape = new ShownShape.Text("...");
            return;
        }

        var facts = FactsOf(type);
        shown.PlainText = Specific(value, PlainTextFormatter.MimeType, isRoot, facts);
        if (wantsHtml)
            shown.Html = Specific(value, HtmlFormatter.MimeType, isRoot, facts);
        if (shown.PlainText is null || (wantsHtml && shown.Html is null && !HasNoHtml))
            FillShape(shown, value, facts, depth);
    }

    private string? Specific(object value, string mimeType, bool isRoot, TypeFacts facts)
    {
        try
        {
            return formats.Write(value, mimeType, isRoot, facts.IsFramework) is { } text ? Within(text) : null;
        }
#pragma warning disable CA1031 // A formatter that fails must not cost the learner the value, nor the other forms.
        catch (Exception exception) when (!showing.IsOver)
#pragma warning restore CA1031
        {
            if (mimeType == PlainTextFormatter.MimeType)
                return $"{value.GetType()} (cannot be shown: {SafeText.Of(exception)})";
            HasNoHtml |= isRoot;
            return null;
        }
    }

    private void FillShape(ShownValue shown, object value, TypeFacts facts, int depth)
    {
        var type = value.GetType();
        if (Single(value, type, facts) is { } text)
        {
            shown.Shape = text;
            return;
        }

        if (!type.IsValueType && Cycle(value) is { } cycle)
        {
            shown.Shape = cycle;
            return;
        }

        var before = (endless, texts);
        path.Add(value);
        try
        {
            if (value is ExpandoObject dynamic)
                FillDynamic(shown, dynamic, depth);
            else if (value is KeyValuePair<string, object?> pair)
                FillPair(shown, pair, depth);
            else if (value is Array array && IsGrid(array))
                FillGrid(shown, array, type, depth);
            else if (IsMemory(type))
                FillMemory(shown, value, type, depth);
            else if (facts.ShowsOnlyElements)
                FillSequence(shown, value, type, facts, depth);
            else
                FillMembers(shown, value, type, facts, depth);
        }
        finally
        {
            path.RemoveAt(path.Count - 1);
        }

        if (facts.TextSource == TextSource.Members)
            texts++;
        if (shown.Shape is ShownShape.Members { Summary: null } members && members.Values is null && facts.TextSource != TextSource.Members)
            // Its ToString may well print what it holds. Where that has no end, and nobody wrote the code that prints it, it would not come back.
            members.Summary = endless > before.endless && texts > before.texts ? type.ToString() : TextOf(value, facts);
    }

    // What has no parts, or none that anybody wants to see.
    private ShownShape.Text? Single(object value, Type type, TypeFacts facts)
    {
        if (value is string text)
            return new ShownShape.Text(Within(text));
        if (TypeFacts.IsScalarType(type))
            return new ShownShape.Text(SafeText.OfScalar(value));
        if (value is Enum)
            return new ShownShape.Text(value.ToString()!);
        if (value is Exception exception)
            return new ShownShape.Text(Within(TextOf(exception))) { IsIndented = true };
        if (value is MemberInfo or ParameterInfo or Assembly or Module or Pointer)
            return new ShownShape.Text(value.ToString() ?? "");
        if (value is JsonNode json)
            return new ShownShape.Text(Within(Safely(() => json.ToJsonString())));
        if (facts.IsSequence || facts.Members.Count > 0 || IsMemory(type))
            return null;
        if (Array.Find(type.GetInterfaces(), contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)) is { } contract)
            return new ShownShape.Text($"{TypeFacts.NameOf(contract)} (not enumerated: use await foreach)");
        return new ShownShape.Text(TextOf(value, facts));
    }

    private ShownShape.Text? Cycle(object value)
    {
        var place = path.FindLastIndex(ancestor => ReferenceEquals(ancestor, value));
        if (place < 0)
            return null;
        endless++;
        var up = path.Count - place;
        return new ShownShape.Text($"(cycle: the {TypeFacts.NameOf(value.GetType())} {up} level{(up == 1 ? "" : "s")} up)");
    }

    private string TextOf(object value, TypeFacts facts) => facts.TextSource switch
    {
        TextSource.Type => value.GetType().ToString(),
        TextSource.Members => $"{OneLineOfValue.NameOf(value.GetType())}{{ }}",
        _ => Within(Safely(() => value.ToString() ?? "")),
    };

    private string TextOf(Exception exception)
    {
        var count = 0;
        var waiting = new Stack<Exception>([exception]);
        while (count <= MostInnerExceptions && waiting.TryPop(out var next))
        {
            count++;
            foreach (var inner in next is AggregateException several ? several.InnerExceptions : next.InnerException is { } only ? [only] : (IEnumerable<Exception>)[])
                waiting.Push(inner);
        }

        // The runtime goes into all of them, one inside the other.
        return count > MostInnerExceptions
            ? $"{SafeText.Of(exception)} ... (more than {MostInnerExceptions} inner exceptions)"
            : Safely(exception.ToString);
    }

    private string Safely(Func<string> text)
    {
        try
        {
            return text();
        }
#pragma warning disable CA1031 // Whatever the value's own code throws is shown in place of what it would have said.
        catch (Exception exception) when (!showing.IsOver)
#pragma warning restore CA1031
        {
            return SafeText.Of(exception);
        }
    }

    /// <summary>The text, cut where the showing as a whole would get longer than any notebook can show.</summary>
    private string Within(string text)
    {
        var left = characters;
        characters = Math.Max(0, characters - text.Length);
        return text.Length <= left
            ? text
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text.AsSpan(0, left)}… ({text.Length:N0} characters, of which the first {left:N0} are shown)");
    }

    private void Add<T>(List<T> parts, T part)
    {
        lock (gate)
        {
            if (isSnapshotTaken)
                throw new OperationCanceledException("The value has been shown without what comes now.");
            parts.Add(part);
        }
    }
}
