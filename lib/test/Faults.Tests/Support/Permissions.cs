using System.Diagnostics;

namespace Faults.Tests.Support;

/// <summary>The permissions of files, which do not bind root, as whom the tests run where there is nobody else.</summary>
internal static class Permissions
{
    // Without the two that let root read and write every file, in this process and whatever it starts.
    private const string Capabilities = "-dac_override,-dac_read_search";

    /// <summary>The same command, bound by the permissions of files whoever starts it. Skips the test where that cannot be had.</summary>
    public static ProcessStartInfo Binding(ProcessStartInfo command)
    {
        if (!Environment.IsPrivilegedProcess)
            return command;
        var setpriv = Array.Find(["/usr/bin/setpriv", "/bin/setpriv"], File.Exists);
        Assert.SkipWhen(setpriv is null, "Root may read and write every file, and there is no setpriv here that would take that from a command.");
        return new ProcessStartInfo(setpriv!, [$"--bounding-set={Capabilities}", $"--inh-caps={Capabilities}", command.FileName, .. command.ArgumentList])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}
