namespace Descent.Scripting;

/// <summary>One value in several forms, by mime type. A front end shows the richest form that it knows.</summary>
/// <param name="Forms">The text of each form by its mime type; JSON forms are JSON text.</param>
public sealed record DisplayBundle(IReadOnlyDictionary<string, string> Forms)
{
    /// <summary>The <c>text/plain</c> form; empty when the bundle has none.</summary>
    public string PlainText => Forms.GetValueOrDefault("text/plain", "");
}
