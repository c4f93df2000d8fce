using System.ComponentModel;
using System.Diagnostics;

namespace Descent.Cli.Worker;

/// <summary>A process and whatever it has started.</summary>
internal static class ProcessTree
{
    /// <summary>Ends it, unless it has ended by itself.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It has.
        }
    }
}
