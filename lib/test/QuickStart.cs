using System.Runtime.CompilerServices;

namespace Descent.TestSupport;

/// <summary>
/// The programs that tests start live for seconds, and most of those go into compiling the compiler: methods with loops are compiled
/// quickly here, which a learner's kernel, made for loops that run long, does not do.
/// </summary>
internal static class QuickStart
{
#pragma warning disable CA2255 // Test assemblies are programs.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Choose() => Environment.SetEnvironmentVariable("DOTNET_TC_QuickJitForLoops", "1");
}
