using System.Reflection;
using Descent.Scripting.Output;

namespace Descent.Scripting.Extensions;

/// <summary>
/// A kernel of .NET Interactive's library to hand to extensions that want one: what they add to it is told of, and is of no effect. The
/// library comes with their packages, so it is known by name alone.
/// </summary>
internal sealed class EngineHost
{
    private readonly Assembly library = Assembly.Load(ExtensionLibrary.Engine);
    private readonly dynamic kernel;
    private readonly HashSet<string> told = [];

    public EngineHost()
    {
        kernel = Activator.CreateInstance(Type("CompositeKernel"), [null])!;
        LibraryDisplays.Install();
    }

    public object Kernel => kernel;

    /// <summary>Makes the kernel the one that the calling code finds as its own, until the result is disposed.</summary>
    public IDisposable Enter(CellSink sink)
    {
        var command = Activator.CreateInstance(Type("Commands.SubmitCode"), "", null)!;
        dynamic context = Type("KernelInvocationContext").GetMethod("GetOrCreateAmbientContext")!.Invoke(null, [command, null])!;
        Type("KernelInvocationContext").GetProperty("HandlingKernel")!.SetValue((object)context, Kernel);
        ((IObservable<object>)context.KernelEvents).Subscribe(new EngineEvents(sink));
        return context;
    }

    /// <summary>What has been added since the last time that a kernel of Jupyter's has no place for: subkernels and commands.</summary>
    public IReadOnlyList<string> TakeAdditions()
    {
        var additions = new List<string>();
        foreach (var child in kernel.ChildKernels)
        {
            if (told.Add($"#!{child.Name}"))
                additions.Add($"the subkernel {child.Name}");
        }

        foreach (var directive in kernel.KernelInfo.SupportedDirectives)
        {
            if (told.Add((string)directive.Name))
                additions.Add($"the command {directive.Name}");
        }

        return additions;
    }

    private Type Type(string name) => library.GetType($"{ExtensionLibrary.Engine}.{name}", throwOnError: true)!;
}
