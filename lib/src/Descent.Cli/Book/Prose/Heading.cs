namespace Descent.Cli.Book.Prose;

/// <summary>A heading of a lesson, as the contents list it.</summary>
/// <param name="Level">1 for the lesson's title, 2 for a section, and so on.</param>
/// <param name="Anchor">The id that links name it by.</param>
/// <param name="Html">Its words.</param>
internal sealed record Heading(int Level, string Anchor, string Html);
