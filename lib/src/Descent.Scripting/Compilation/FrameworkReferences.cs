using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Descent.Scripting.Compilation;

/// <summary>The assemblies that every cell can use: the framework, the formatting library and the display helpers.</summary>
internal static class FrameworkReferences
{
    public static IReadOnlyList<string> Paths()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) == folder);
        return
        [
            .. trusted,
            typeof(FrameworkReferences).Assembly.Location,
            typeof(Formatter).Assembly.Location,
            Assembly.Load("Microsoft.AspNetCore.Html.Abstractions").Location,
        ];
    }
}
