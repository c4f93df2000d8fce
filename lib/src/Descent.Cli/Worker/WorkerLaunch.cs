using System.Diagnostics;
using System.Text;

namespace Descent.Cli.Worker;

/// <summary>How to start this program once more, as a worker.</summary>
internal static class WorkerLaunch
{
    /// <summary>The hidden verb that makes this program a worker.</summary>
    public const string Verb = "worker";

    public static ProcessStartInfo StartInfo(string eventPipe, string folder)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardErrorEncoding = Encoding.UTF8,
        };
        AddProgram(start, Environment.ProcessPath, typeof(WorkerLaunch).Assembly.Location);
        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(eventPipe);
        return start;
    }

    // Started as its own executable, this program starts that again. Started as `dotnet Descent.Cli.dll`, or loaded into a test,
    // it has `dotnet` run its assembly.
    private static void AddProgram(ProcessStartInfo start, string? processPath, string assemblyPath)
    {
        var host = ProgramName(processPath);
        if (processPath is not null && (assemblyPath.Length == 0 || host == Path.GetFileNameWithoutExtension(assemblyPath)))
        {
            start.FileName = processPath;
            return;
        }

        start.FileName = host == "dotnet" ? processPath! : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        start.ArgumentList.Add(assemblyPath);
    }

    // Elsewhere than on Windows a program's name may have dots in it, and what follows the last is no extension.
    private static string ProgramName(string? path)
    {
        var name = Path.GetFileName(path) ?? "";
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }
}
