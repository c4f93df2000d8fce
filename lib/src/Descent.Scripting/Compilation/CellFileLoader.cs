using Microsoft.CodeAnalysis;

namespace Descent.Scripting.Compilation;

/// <summary>Finds files for <c>#load</c>, and leaves the names of cells as they are in debugging symbols.</summary>
internal sealed class CellFileLoader(string workingDirectory) : SourceFileResolver([], workingDirectory)
{
    public override string? NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : path;

    public override string? ResolveReference(string path, string? baseFilePath) =>
        // A cell's name is no path, so what it loads is relative to the working directory.
        base.ResolveReference(path, Path.IsPathRooted(baseFilePath) ? baseFilePath : null);
}
