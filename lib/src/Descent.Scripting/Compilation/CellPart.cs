namespace Descent.Scripting.Compilation;

/// <summary>A section of a cell that is to be run or shown.</summary>
/// <param name="Section">The section.</param>
/// <param name="Source">It as a parsed cell; null where it is not C#.</param>
internal sealed record CellPart(CellSection Section, CellSource? Source)
{
    /// <summary>What follows <c>#!</c> on its lines that mean nothing here.</summary>
    public IReadOnlyList<string> UnknownCommands => Source?.Commands ?? Section.UnknownCommands;

    /// <summary>Whether there is anything besides <see cref="UnknownCommands"/>.</summary>
    public bool HasContent => Source?.HasCode ?? !Section.IsEmpty;
}
