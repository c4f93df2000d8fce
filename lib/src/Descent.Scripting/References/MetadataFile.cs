using System.IO.MemoryMappedFiles;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Descent.Scripting.References;

/// <summary>Opens an assembly for the compiler.</summary>
internal static class MetadataFile
{
    /// <summary>Maps a file that never changes into memory, so that only what the compiler looks at is ever read.</summary>
    /// <remarks>The mapping lasts as long as the process: compilations refer to it.</remarks>
    public static unsafe PortableExecutableReference Map(string path, DocumentationProvider? documentation = null)
    {
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        var length = (int)new FileInfo(path).Length;
        var metadata = new PEReader(start, length).GetMetadata();
        var module = ModuleMetadata.CreateFromMetadata((nint)metadata.Pointer, metadata.Length);
        return AssemblyMetadata.Create(module).GetReference(documentation, filePath: path);
    }

    /// <summary>Reads a file into memory, so that it can be rebuilt while the session goes on.</summary>
    public static PortableExecutableReference Read(string path, DocumentationProvider? documentation = null) =>
        MetadataReference.CreateFromFile(path, documentation: documentation);
}
