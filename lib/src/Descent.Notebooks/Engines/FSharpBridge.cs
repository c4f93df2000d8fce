using System.Reflection;
using System.Runtime.Loader;

namespace Descent.Notebooks;

/// <summary>Lets Plotly.NET draw in an engine whose FSharp.Core is older than the one that Plotly.NET was built against.</summary>
/// <remarks>
/// .NET Interactive 1.0.712001 brings FSharp.Core 10.0, and the runtime takes no other one for a program that brings it. Plotly.NET 6 asks for
/// 10.1, and so every chart there, anybody's, ends in a FileNotFoundException. Here a second, newer FSharp.Core is loaded beside the engine's
/// own, for those alone who ask for it. This file and its one call can go as soon as the engines that people have bring FSharp.Core 10.1.
/// </remarks>
internal static class FSharpBridge
{
    private const string Core = "FSharp.Core";

    // It asks for an old FSharp.Core, would get the engine's, and is handed objects of the newer one by Plotly.NET.
    private const string Markup = "Giraffe.ViewEngine";

    private static readonly Lazy<bool> Built = new(() => Build(
        AssemblyLoadContext.Default,
        Folder(Path.GetDirectoryName(typeof(FSharpBridge).Assembly.Location) ?? ""),
        typeof(AssemblyLoadContext).GetField("_resolving", BindingFlags.Instance | BindingFlags.NonPublic)));

    /// <summary>Builds it where it is needed, once for the process; elsewhere does nothing. To be called before anything of Plotly.NET is touched.</summary>
    public static void Build() => _ = Built.Value;

    /// <param name="context">Where Plotly.NET is, or will be, loaded.</param>
    /// <param name="folder">Where the newer assemblies lie; empty where the library has come from memory.</param>
    /// <param name="handlers">The runtime's own list of those whom the context asks for what it does not find; null where there is no such field.</param>
    /// <returns>Whether it was needed.</returns>
    internal static bool Build(AssemblyLoadContext context, string folder, FieldInfo? handlers)
    {
        var wanted = typeof(FSharpBridge).Assembly.GetReferencedAssemblies().Single(name => name.Name == Core).Version!;
        var present = Present(context);
        if (present is null || present >= wanted)
            return false;
        var files = new[] { Core, Markup }.ToDictionary(name => name, name => Path.Combine(folder, $"{name}.dll"));
        if (handlers?.FieldType != typeof(Func<AssemblyLoadContext, AssemblyName, Assembly?>) || !files.Values.All(Path.IsPathRooted) || !files.Values.All(File.Exists))
        {
            context.Resolving += (_, name) => name.Name == Core && name.Version > present ? throw CannotDraw(present, wanted) : null;
            return true;
        }

        var newer = new AssemblyLoadContext($"{Core} {wanted}");
        var loaded = files.ToDictionary(file => file.Key, file => newer.LoadFromAssemblyPath(file.Value));
        Func<AssemblyLoadContext, AssemblyName, Assembly?> answer = (_, name) => loaded.GetValueOrDefault(name.Name ?? "");
        // The engine's handler for packages was there before, and would find a copy of its own. Nothing public goes before it.
        handlers.SetValue(context, Delegate.Combine(answer, (Delegate?)handlers.GetValue(context)));
        return true;
    }

    /// <summary>Beside the library where it was built; in the package one below, since NuGet would refer everybody to what lies beside it.</summary>
    private static string Folder(string beside)
    {
        var packed = Path.Combine(beside, nameof(FSharpBridge));
        return Directory.Exists(packed) ? packed : beside;
    }

    /// <summary>The FSharp.Core that whoever asks for an old one gets: the one that is loaded, or that the program brings; null where there is none.</summary>
    private static Version? Present(AssemblyLoadContext context)
    {
        var loaded = context.Assemblies.Select(assembly => assembly.GetName()).FirstOrDefault(name => name.Name == Core);
        var brought = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == Core);
        return loaded?.Version ?? (brought is null ? null : AssemblyName.GetAssemblyName(brought).Version);
    }

    private static FileLoadException CannotDraw(Version present, Version wanted) => new(
        $"Charts need FSharp.Core {wanted}, and this engine brings {present}. Open the notebook with the course's own kernel, .NET (C#): "
        + "the README tells how, under \"Opening a lesson\".");
}
