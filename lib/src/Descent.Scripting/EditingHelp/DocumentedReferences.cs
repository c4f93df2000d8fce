using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Descent.Scripting.EditingHelp;

/// <summary>The references of cells, with their XML documentation where there is any.</summary>
internal sealed class DocumentedReferences
{
    // One object for each reference: otherwise cells would not agree on what a type is.
    private readonly ConcurrentDictionary<MetadataReference, MetadataReference> documented = new(ReferenceEqualityComparer.Instance);

    public MetadataReference Of(MetadataReference reference) => documented.GetOrAdd(reference, static plain =>
        plain is PortableExecutableReference { FilePath: { } path } file && file.GetMetadata() is AssemblyMetadata metadata
            ? metadata.GetReference(new XmlDocumentation(DocumentationFiles.For(path)), filePath: path)
            : plain);
}
