using System.Runtime.InteropServices;

namespace Descent.Scripting.References;

/// <summary>Which runtime identifiers fit this machine, from the most to the least specific.</summary>
internal static class RuntimeIdentifiers
{
    private static readonly string[] Fitting = List();

    public static bool Match(string identifier) => Fitting.Contains(identifier, StringComparer.Ordinal);

    private static string[] List()
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string[] systems = OperatingSystem.IsWindows() ? ["win"]
            : OperatingSystem.IsMacOS() ? ["osx", "unix"]
            : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? ["linux-musl", "linux", "unix"]
            : ["linux", "unix"];
        return [RuntimeInformation.RuntimeIdentifier, .. systems.SelectMany(system => (string[])[$"{system}-{architecture}", system])];
    }
}
