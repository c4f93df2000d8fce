using Microsoft.CodeAnalysis.Text;

namespace Descent.Scripting.Compilation;

/// <summary>A part of a cell that is in one language: from a line such as <c>#!html</c> to the next one.</summary>
/// <param name="Language">The language.</param>
/// <param name="Span">Where it stands in the cell.</param>
/// <param name="IsTimed">Whether a line <c>#!time</c> begins it.</param>
/// <param name="Text">C#: the whole cell, with blanks in place of what belongs to other parts, so that every position is the same. Else what is to be shown.</param>
internal sealed record CellSection(CellLanguage Language, TextSpan Span, bool IsTimed, string Text)
{
    /// <summary>What follows <c>#!</c> on lines that mean nothing here; those of C# are found when it is parsed.</summary>
    public IReadOnlyList<string> UnknownCommands { get; init; } = [];

    /// <summary>Whether there is nothing in it to run or to show.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}
