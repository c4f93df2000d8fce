using System.Reflection;
using System.Runtime.Loader;

namespace Descent.Scripting.References;

/// <summary>
/// A copy of an assembly file as it was when a cell named it. The session runs this copy, so that the file can be rebuilt meanwhile:
/// Windows would refuse to write a file in use, and Linux would change the code under a running session.
/// </summary>
internal sealed class AssemblyImage
{
    private readonly Lazy<Assembly> loaded;

    private AssemblyImage(byte[] assembly, byte[]? symbols) => loaded = new Lazy<Assembly>(() => AssemblyLoadContext.Default.LoadFromStream(
        new MemoryStream(assembly), symbols is null ? null : new MemoryStream(symbols)));

    public static AssemblyImage Read(string path)
    {
        var symbols = Path.ChangeExtension(path, ".pdb");
        return new AssemblyImage(File.ReadAllBytes(path), File.Exists(symbols) ? File.ReadAllBytes(symbols) : null);
    }

    /// <summary>Loads it the first time; a second copy could not be told from the first.</summary>
    public Assembly Load() => loaded.Value;
}
