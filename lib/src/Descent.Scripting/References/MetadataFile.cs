using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Descent.Scripting.References;

/// <summary>Opens an assembly for the compiler.</summary>
internal static class MetadataFile
{
    // Linux lets a process have 65,530 mappings, and each session asks for some 170 files several times.
    private static readonly ConcurrentDictionary<string, (nint Start, int Length)> Mapped = new(StringComparer.Ordinal);

    /// <summary>Maps a file that never changes into memory, so that only what the compiler looks at is ever read.</summary>
    /// <remarks>
    /// The mapping lasts as long as the process, since compilations refer to it, and serves whoever asks for the file again; what the compiler
    /// makes of it is each one's own.
    /// </remarks>
    public static PortableExecutableReference Map(string path, DocumentationProvider? documentation = null)
    {
        var (start, length) = Mapped.GetOrAdd(path, static path => MetadataOf(path));
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata(start, length)).GetReference(documentation, filePath: path);
    }

    /// <summary>Reads a file into memory, so that it can be rebuilt while the session goes on.</summary>
    public static PortableExecutableReference Read(string path, DocumentationProvider? documentation = null) =>
        MetadataReference.CreateFromFile(path, documentation: documentation);

    private static unsafe (nint Start, int Length) MetadataOf(string path)
    {
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        var metadata = new PEReader(start, (int)new FileInfo(path).Length).GetMetadata();
        return ((nint)metadata.Pointer, metadata.Length);
    }
}
