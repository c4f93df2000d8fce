using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Descent.Scripting.Extensions;

/// <summary>What a library of a package refers to, read without loading it.</summary>
internal sealed class ExtensionLibrary
{
    /// <summary>The library that extensions are written against. It comes with the packages that need it.</summary>
    public const string Engine = "Microsoft.DotNet.Interactive";

    private const string Contract = $"{Engine}.IKernelExtension";

    private ExtensionLibrary(string path, bool mayExtend, bool usesEngine) => (Path, MayExtend, UsesEngine) = (path, mayExtend, usesEngine);

    public string Path { get; }

    /// <summary>Whether it knows the library that extensions are written against.</summary>
    public bool MayExtend { get; }

    /// <summary>Whether it calls anything in there, and not only implements what it asks for: most register formatters and need no more.</summary>
    public bool UsesEngine { get; }

    public static ExtensionLibrary Read(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        if (!image.HasMetadata)
            return new ExtensionLibrary(path, false, false);
        var metadata = image.GetMetadataReader();
        var engine = metadata.AssemblyReferences.FirstOrDefault(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == Engine);
        return new ExtensionLibrary(path, !engine.IsNil, !engine.IsNil && metadata.MemberReferences.Any(IsInEngine));

        bool IsInEngine(MemberReferenceHandle handle) =>
            metadata.GetMemberReference(handle).Parent is { Kind: HandleKind.TypeReference } parent
            && metadata.GetTypeReference((TypeReferenceHandle)parent).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
            && (AssemblyReferenceHandle)scope == engine;
    }

    /// <returns>The types that are extensions, with the method that runs each.</returns>
    public static IEnumerable<(Type Type, MethodInfo OnLoad)> ExtensionsIn(Assembly assembly) =>
        from type in assembly.ExportedTypes
        where type is { IsAbstract: false, IsGenericTypeDefinition: false }
        from contract in type.GetInterfaces()
        where contract.FullName == Contract
        select (type, contract.GetMethod("OnLoadAsync")!);
}
