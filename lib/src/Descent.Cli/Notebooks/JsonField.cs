using System.Text.Json;
using Descent.Cli.CommandLine;

namespace Descent.Cli.Notebooks;

/// <summary>A value inside a notebook that knows where it stands, so that every complaint about it can say so.</summary>
/// <param name="label">The notebook.</param>
/// <param name="place">Where in the notebook, in words.</param>
/// <param name="element">The value; undefined when it is missing.</param>
internal sealed class JsonField(string label, string place, JsonElement element)
{
    public JsonValueKind Kind => element.ValueKind;

    /// <summary>What stands there, in words.</summary>
    public string Found => element.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => $"the number {element.GetRawText()}",
        JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        _ => "null",
    };

    /// <summary>The value as JSON.</summary>
    public string RawText => element.GetRawText();

    /// <summary>The names of an object's properties, in order.</summary>
    public IReadOnlyList<string> Names => [.. element.EnumerateObject().Select(property => property.Name)];

    public JsonField Called(string newPlace) => new(label, newPlace, element);

    /// <summary>The property called <paramref name="name"/>, which may turn out to be missing when its kind is asked for.</summary>
    public JsonField Property(string name) =>
        new(label, $"\"{name}\" of {place}", element.TryGetProperty(name, out var value) ? value : default);

    public JsonField? OptionalProperty(string name) => element.TryGetProperty(name, out _) ? Property(name) : null;

    public JsonField RequireObject(string what) => Kind == JsonValueKind.Object ? this : throw Mismatch("an object", what);

    public IReadOnlyList<JsonField> RequireList(string what) => Kind == JsonValueKind.Array
        ? [.. element.EnumerateArray().Select((item, index) => new JsonField(label, $"item {index + 1} of {place}", item))]
        : throw Mismatch("a list", what);

    public string RequireString(string what)
    {
        if (Kind != JsonValueKind.String)
            throw Mismatch("a string", what);
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Error($"expected text ({what})", "found half of a surrogate pair, which is no character");
        }
    }

    /// <summary>Text as nbformat has it: a string, or a list of lines.</summary>
    public string RequireText(string what) => Kind switch
    {
        JsonValueKind.String => RequireString(what),
        JsonValueKind.Array => string.Concat(RequireList("lines").Select(line => line.RequireString($"a line of {what}"))),
        _ => throw Error($"expected a string or a list of strings ({what})", $"found {Found}"),
    };

    public int RequireInteger(string what) => Kind == JsonValueKind.Number && element.TryGetInt32(out var number)
        ? number
        : throw Mismatch("a whole number", what);

    public UserError Error(string expected, string found) =>
        new($"{label}: {place}: {expected}, {found}. Repair the file, or save it again from Jupyter or VS Code.");

    private UserError Mismatch(string kind, string what) => Error($"expected {kind} ({what})", $"found {Found}");
}
