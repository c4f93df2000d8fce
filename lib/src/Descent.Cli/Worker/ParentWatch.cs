using System.Diagnostics;

namespace Descent.Cli.Worker;

/// <summary>Ends the worker when its parent is gone, so that no lesson goes on running unseen.</summary>
internal static class ParentWatch
{
    /// <summary>Watches <paramref name="standardInput"/>, which the parent holds open for as long as it lives.</summary>
    public static void Start(TextReader standardInput) =>
        new Thread(() => EndWithInput(standardInput)) { IsBackground = true, Name = "Parent watch" }.Start();

    private static void EndWithInput(TextReader standardInput)
    {
        while (standardInput.ReadLine() is not null)
        {
        }

        // Not Environment.Exit: that runs handlers which a cell may have made, and they may never end.
        Process.GetCurrentProcess().Kill();
    }
}
