using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Descent.Scripting.Compilation;

/// <summary>
/// Answers the compiler's questions about <c>#r</c> with a reference it has anyway: the session resolves those lines
/// beforehand, because one line may stand for many files.
/// </summary>
internal sealed class ResolvedDirectives(PortableExecutableReference placeholder) : MetadataReferenceResolver
{
    private readonly ImmutableArray<PortableExecutableReference> answer = [placeholder];

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference,
        string? baseFilePath,
        MetadataReferenceProperties properties) => answer;

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
