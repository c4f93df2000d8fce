using System.Collections.Concurrent;
using Descent.Scripting.References;
using Microsoft.CodeAnalysis;

namespace Descent.Scripting.EditingHelp;

/// <summary>The references of cells, with their XML documentation where there is any.</summary>
internal sealed class DocumentedReferences
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    // One object for each reference: otherwise cells would not agree on what a type is. Not the metadata that cells are compiled
    // against: compilations that share it may pick up each other's symbols, and those have no documentation.
    private readonly ConcurrentDictionary<MetadataReference, MetadataReference> documented = new(ReferenceEqualityComparer.Instance);

    public MetadataReference Of(MetadataReference reference) => documented.GetOrAdd(reference, static plain =>
        plain is PortableExecutableReference { FilePath: { } path }
            ? Open(path, new XmlDocumentation(DocumentationFiles.For(path)))
            : plain);

    private static PortableExecutableReference Open(string path, DocumentationProvider documentation) =>
        Path.GetDirectoryName(path) == Framework ? MetadataFile.Map(path, documentation) : MetadataFile.Read(path, documentation);
}
