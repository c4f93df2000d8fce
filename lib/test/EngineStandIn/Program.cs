using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Descent.Notebooks;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace EngineStandIn;

/// <summary>
/// An engine as the course meets it: a program that brings an FSharp.Core of its own, or none, and whose own handler, there before the
/// course, loads whatever else is asked for.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var (folder, situation, libraries) = (arguments[0], arguments[1], arguments[2..]);
        AssemblyLoadContext.Default.Resolving += (context, name) => libraries.Append(folder)
            .Select(place => Load(context, Path.Combine(place, $"{name.Name}.dll"), situation))
            .FirstOrDefault(assembly => assembly is not null);
        if (situation == "drawn-before")
            Tell(Draw);
        if (situation == "no-field")
            Tell(() => BuildWithoutField(folder));
        else
            Tell(() => Register(threads: 4, times: 3));
        Tell(Draw);
        Tell(Loaded);
        return 0;
    }

    private static Assembly? Load(AssemblyLoadContext context, string file, string situation)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            return situation == "from-memory" ? context.LoadFromStream(new MemoryStream(File.ReadAllBytes(file))) : context.LoadFromAssemblyPath(file);
        }
        catch (FileLoadException)
        {
            // The program's own is loaded already.
            return null;
        }
    }

    private static void Tell(Func<string> work)
    {
        try
        {
            Console.WriteLine(work());
        }
#pragma warning disable CA1031 // Whatever a learner would see is what the tests ask for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Console.WriteLine($"{exception.GetBaseException().GetType().Name}: {exception.GetBaseException().Message}");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Register(int threads, int times)
    {
        using var start = new Barrier(threads);
        var registered = 0;
        var all = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            for (var time = 0; time < times; time++)
            {
                Course.Register();
                Interlocked.Increment(ref registered);
            }
        })).ToList();
        all.ForEach(thread => thread.Start());
        all.ForEach(thread => thread.Join());
        return $"registered {registered} times";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string BuildWithoutField(string folder) => $"needed: {FSharpBridge.Build(AssemblyLoadContext.Default, folder, handlers: null)}";

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Draw()
    {
        var chart = Figures.Curves(x => x, 0, 1, "Line");
        return $"{chart.ToDisplayString("text/plain")}, page with the title: {GenericChart.toChartHTML(chart).Contains("Line", StringComparison.Ordinal)}";
    }

    private static string Loaded() => string.Join(", ", AppDomain.CurrentDomain.GetAssemblies()
        .Select(assembly => assembly.GetName())
        .Where(name => name.Name is "FSharp.Core" or "Giraffe.ViewEngine")
        .Select(name => $"{name.Name} {name.Version}")
        .Order(StringComparer.Ordinal));
}
