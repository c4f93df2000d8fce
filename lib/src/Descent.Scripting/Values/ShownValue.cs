namespace Descent.Scripting.Values;

/// <summary>
/// A value as it was when it was walked: what both the plain text and the HTML are written from, without any code of the value's.
/// Where the walk has been stopped, a part has no end: the writers say so.
/// </summary>
internal sealed class ShownValue
{
    /// <summary>The value's type; null for null, and while it is not known.</summary>
    public Type? Type { get; set; }

    public bool IsNull { get; set; }

    /// <summary>What the formatter for this very type wrote as plain text.</summary>
    public string? PlainText { get; set; }

    /// <summary>What the formatter for this very type wrote as HTML.</summary>
    public string? Html { get; set; }

    /// <summary>What it is made of, where no formatter says how it looks, or only in one of the forms.</summary>
    public ShownShape? Shape { get; set; }

    /// <summary>Whether the walk was stopped somewhere inside it.</summary>
    public bool IsUnfinished => !IsNull && PlainText is null
        && Shape is null or ShownShape.Sequence { End: null } or ShownShape.Members { End: null };
}
