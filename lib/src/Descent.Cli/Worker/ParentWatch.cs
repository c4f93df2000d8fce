using System.Diagnostics;

namespace Descent.Cli.Worker;

/// <summary>Ends the worker when its parent is gone, so that no lesson goes on running unseen.</summary>
internal static class ParentWatch
{
    /// <summary>
    /// Watches <paramref name="standardInput"/>, which the parent holds open for as long as it lives; <paramref name="killOthers"/> ends
    /// the processes that would outlive this one.
    /// </summary>
    public static void Start(TextReader standardInput, Action killOthers) =>
        new Thread(() => EndWithInput(standardInput, killOthers)) { IsBackground = true, Name = "Parent watch" }.Start();

    private static void EndWithInput(TextReader standardInput, Action killOthers)
    {
        while (standardInput.ReadLine() is not null)
        {
        }

        killOthers();
        // Not Environment.Exit: that runs handlers which a cell may have made, and they may never end.
        Process.GetCurrentProcess().Kill();
    }
}
