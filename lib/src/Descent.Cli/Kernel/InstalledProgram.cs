using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;

namespace Descent.Cli.Kernel;

/// <summary>
/// A copy of this program for kernels to run, so that they outlive a rebuild and a move of the checkout. It is compiled ahead of
/// time, which the compiler inside needs most: without that, a kernel takes seconds longer to start.
/// </summary>
internal sealed class InstalledProgram(string programs)
{
    private static readonly TimeSpan OldAfter = TimeSpan.FromDays(1);

    /// <summary>Makes the copy.</summary>
    /// <returns>How to start it: a program and its arguments.</returns>
    public async Task<IReadOnlyList<string>> InstallAsync(CourseFolder course, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(programs, DateTime.UtcNow.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture));
        var work = Path.Combine(Path.GetTempPath(), $"descent-kernel-{Guid.NewGuid():N}");
        try
        {
            await PublishAsync(course, folder, work, cancellationToken);
        }
        catch
        {
            DeleteIfThere(folder);
            throw;
        }
        finally
        {
            DeleteIfThere(work);
        }

        RemoveOld(folder);
        return [DotnetPath(), Path.Combine(folder, $"{typeof(InstalledProgram).Assembly.GetName().Name}.dll")];
    }

    public void Uninstall() => DeleteIfThere(programs);

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static async Task PublishAsync(CourseFolder course, string folder, string work, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "publish", Path.Combine(course.Root, "lib", "src", "Descent.Cli"), "--configuration", "Release",
            "--runtime", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "--output", folder, "--artifacts-path", work,
            // The course's library is not part of the kernel: lessons load it from the checkout.
            "-p:PublishReadyToRun=true", "-p:BuildLessonLibrary=false", "--verbosity", "quiet", "--nologo",
        ];
        var start = new ProcessStartInfo(DotnetPath(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await ((Task)output).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        var said = string.Concat(await output);
        if (process.ExitCode != 0)
        {
            throw new UserError(
                $"The kernel could not be built. The .NET SDK says:\n{said.Trim()}\n" +
                "The first time needs a network: a compiler package is restored.");
        }
    }

    // …/dotnet/shared/Microsoft.NETCore.App/10.0.0/ → …/dotnet/dotnet
    private static string DotnetPath() => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    // A kernel may still be running from the copy before this one.
    private void RemoveOld(string present)
    {
        foreach (var folder in Directory.GetDirectories(programs))
        {
            if (folder != present && Directory.GetCreationTimeUtc(folder) + OldAfter < DateTime.UtcNow)
                Directory.Delete(folder, recursive: true);
        }
    }
}
