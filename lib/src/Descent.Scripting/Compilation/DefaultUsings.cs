using System.Collections.Immutable;
using Descent.Scripting.Cells;

namespace Descent.Scripting.Compilation;

/// <summary>
/// What every cell sees without a <c>using</c>: the namespaces of .NET Interactive, and two that it leaves to the cell, for files and
/// formatters. Names that a cell declares or imports itself come before all of these, so that more of them break no notebook.
/// </summary>
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
