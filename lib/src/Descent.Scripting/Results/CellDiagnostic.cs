namespace Descent.Scripting;

/// <summary>Something that the compiler, or the search for a reference, has to say about a cell.</summary>
/// <param name="Id">The compiler's or NuGet's code, such as <c>CS0103</c> or <c>NU1101</c>.</param>
/// <param name="Message">What is wrong, and what to do where that is known.</param>
/// <param name="Line">The line, from 1, in the cell as typed.</param>
/// <param name="Column">The column, from 1, in UTF-16 units.</param>
/// <param name="SourceLine">That line's text.</param>
public sealed record CellDiagnostic(string Id, string Message, int Line, int Column, string SourceLine)
{
    /// <summary>Whether this is only a warning. Warnings are told only when the cell fails anyway.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The file that <see cref="Line"/> counts in when it came in by <c>#load</c>; null for the cell itself.</summary>
    public string? File { get; init; }

    /// <summary>The diagnostic as a compiler prints it: <c>(2,5): error CS0103: The name 'y' does not exist …</c>.</summary>
    /// <returns>One line.</returns>
    public override string ToString() =>
        $"{File}({Line},{Column}): {(IsWarning ? "warning" : "error")} {Id}: {Message}";
}
