using System.Runtime.Loader;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Figures;

/// <summary>
/// Takes plotly.js out of the assembly that the lessons draw with, as it stands in <c>lib/bin</c>: the book's charts and the script
/// that draws them are then of one version, and this program need not reference Plotly.NET.
/// </summary>
internal static class PlotlyScript
{
    public static byte[] Read(CourseFolder course)
    {
        var path = Path.Combine(course.Root, "lib", "bin", "Plotly.NET.dll");
        if (!File.Exists(path))
            throw new UserError($"plotly.js was not found. Expected it in {path}. Build once: dotnet build lib/src/Descent.Notebooks");

        var context = new AssemblyLoadContext("plotly.js", isCollectible: true);
        try
        {
            using var file = File.OpenRead(path);
            var assembly = context.LoadFromStream(file);
            var name = assembly.GetManifestResourceNames().FirstOrDefault(IsPlotly)
                ?? throw new UserError($"{path}: expected a resource plotly-….min.js in it, found none. Build lib/src/Descent.Notebooks again.");
            using var resource = assembly.GetManifestResourceStream(name)!;
            var script = new byte[resource.Length];
            resource.ReadExactly(script);
            return script;
        }
        finally
        {
            context.Unload();
        }
    }

    private static bool IsPlotly(string resource) =>
        resource.Contains("plotly-", StringComparison.Ordinal) && resource.EndsWith(".min.js", StringComparison.Ordinal);
}
