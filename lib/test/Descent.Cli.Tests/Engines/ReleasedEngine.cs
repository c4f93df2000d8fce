using System.Diagnostics;
using Descent.Cli.Engines;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Tests.Engines;

/// <summary>The engine of the checkout that these tests were built in, restored by its manifest once for all of them.</summary>
internal static class ReleasedEngine
{
    private static readonly Lazy<Task<EngineProgram>> Program = new(RestoreAsync);

    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static Task<EngineProgram> FindAsync() => Program.Value;

    private static async Task<EngineProgram> RestoreAsync()
    {
        var course = CourseFolder.Find([AppContext.BaseDirectory]);
        var start = new ProcessStartInfo(Dotnet, ["tool", "restore"])
        {
            WorkingDirectory = course.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var restore = Process.Start(start)!;
        var said = string.Concat(await Task.WhenAll(restore.StandardOutput.ReadToEndAsync(), restore.StandardError.ReadToEndAsync()));
        await restore.WaitForExitAsync();
        Assert.True(restore.ExitCode == 0, said);
        return await new DotnetInteractive(course, Dotnet).FindAsync(CancellationToken.None);
    }
}
