using System.Diagnostics;
using System.Globalization;

namespace Descent.Cli.Tests.Support;

/// <summary>Presses Control+C for one process alone.</summary>
internal static class ControlC
{
    /// <summary>Skips the test where it cannot be done.</summary>
    public static void RequirePossible()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows cannot send Control+C to a single process.");
        if (IsIgnored())
            Assert.Skip("The tests were started with Control+C ignored, as a shell starts what runs in the background, and so is what they start.");
    }

    public static async Task PressAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    // The second lowest bit is SIGINT's (proc(5)).
    private static bool IsIgnored() => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[^1] is '2' or '3' or '6' or '7' or 'a' or 'b' or 'e' or 'f';
}
