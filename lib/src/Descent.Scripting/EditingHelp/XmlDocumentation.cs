using System.Globalization;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace Descent.Scripting.EditingHelp;

/// <summary>Reads XML documentation files when the first question about their assembly comes.</summary>
internal sealed class XmlDocumentation(IReadOnlyList<string> files) : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> members = new(() => Read(files));

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    protected override string? GetDocumentationForSymbol(
        string documentationMemberID,
        CultureInfo preferredCulture,
        CancellationToken cancellationToken = default) => members.Value.GetValueOrDefault(documentationMemberID);

    private static Dictionary<string, string> Read(IReadOnlyList<string> files)
    {
        var found = new Dictionary<string, string>();
        foreach (var file in files)
        {
            try
            {
                Read(file, found);
            }
            catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
            {
                // Help without prose is still help.
            }
        }

        return found;
    }

    private static void Read(string file, Dictionary<string, string> found)
    {
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        reader.MoveToContent();
        while (!reader.EOF)
        {
            // Reading an element whole moves the reader on by itself.
            if (reader is { NodeType: XmlNodeType.Element, Name: "member" } && reader.GetAttribute("name") is { } name)
                found.TryAdd(name, reader.ReadOuterXml());
            else
                reader.Read();
        }
    }
}
