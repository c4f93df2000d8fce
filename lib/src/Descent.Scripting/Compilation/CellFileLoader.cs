using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Descent.Scripting.Compilation;

/// <summary>Finds files for <c>#load</c>, and leaves the names of cells as they are in debugging symbols.</summary>
internal sealed class CellFileLoader(string workingDirectory, bool addLoopChecks) : SourceFileResolver([], workingDirectory)
{
    public override string? NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : path;

    public override string? ResolveReference(string path, string? baseFilePath) =>
        // A cell's name is no path, so what it loads is relative to the working directory.
        base.ResolveReference(path, Path.IsPathRooted(baseFilePath) ? baseFilePath : null);

    public override Stream OpenRead(string resolvedPath)
    {
        var file = base.OpenRead(resolvedPath);
        if (!addLoopChecks)
            return file;
        using (file)
        {
            var tree = CSharpSyntaxTree.ParseText(SourceText.From(file), CellSource.Options, resolvedPath);
            return new MemoryStream(Encoding.UTF8.GetBytes(LoopChecks.AddTo(tree, CancellationToken.None).GetRoot().ToFullString()));
        }
    }
}
