using Microsoft.CodeAnalysis.CSharp;

namespace Descent.Scripting.Compilation;

/// <summary>A compiled cell. The compilation stays, as the next cells' past.</summary>
/// <param name="Compilation">Roslyn's view of the cell.</param>
/// <param name="Image">The assembly, or null when the cell has nothing to run.</param>
/// <param name="EntryType">The metadata name of the type that runs it.</param>
/// <param name="EntryMethod">The metadata name of the method that runs it.</param>
/// <param name="HasValue">Whether it ends in an expression whose value is to be shown.</param>
internal sealed record Submission(
    CSharpCompilation Compilation,
    SubmissionImage? Image,
    string EntryType,
    string EntryMethod,
    bool HasValue);

/// <summary>A compiled assembly and its debugging symbols, which give stack traces their line numbers.</summary>
internal sealed record SubmissionImage(byte[] Assembly, byte[] Symbols);
