using System.Collections.Immutable;
using Descent.Scripting.Cells;

namespace Descent.Scripting.Compilation;

/// <summary>What every cell sees without a <c>using</c>: the same namespaces as in other C# notebook kernels.</summary>
internal static class DefaultUsings
{
    public static readonly ImmutableArray<string> Namespaces =
    [
        "System",
        "System.Collections",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Text",
        "System.Threading.Tasks",
        "Microsoft.DotNet.Interactive.Formatting",
        typeof(DisplayHelpers).FullName!,
    ];
}
