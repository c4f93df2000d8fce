using System.Diagnostics;
using System.Text;
using Descent.Cli.CommandLine;

namespace Descent.Cli.Figures;

/// <summary>A browser without a window and with a profile of its own, which lasts as long as this object.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private const int LastWordsLimit = 2_000;
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly string profile = Directory.CreateTempSubdirectory("descent-figures-").FullName;
    private readonly StringBuilder lastWords = new();
    private readonly Process process;

    private ChromiumProcess(string program)
    {
        process = new Process { StartInfo = new ProcessStartInfo(program, Arguments()) { RedirectStandardError = true, RedirectStandardOutput = true } };
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>Where the browser listens for the DevTools protocol.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<ChromiumProcess> StartAsync(string program, CancellationToken cancellationToken)
    {
        var chromium = new ChromiumProcess(program);
        try
        {
            chromium.process.Start();
            chromium.process.BeginErrorReadLine();
            chromium.process.BeginOutputReadLine();
            chromium.Address = await chromium.FindAddressAsync(cancellationToken);
            return chromium;
        }
        catch
        {
            await chromium.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        catch (InvalidOperationException)
        {
            // It never started, or has ended by itself.
        }

        process.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A last helper of the browser's still writes there. It is the system's folder for such leftovers.
        }
    }

    private string[] Arguments() =>
    [
        "--headless",
        $"--user-data-dir={profile}",
        "--remote-debugging-port=0",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-extensions",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        // The same pixels whatever the machine's screen and graphics card: surfaces are drawn by software.
        "--force-device-scale-factor=1",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        // Chromium refuses to run in its sandbox for root, as in a container.
        .. Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--no-sandbox"] : Array.Empty<string>(),
        "about:blank",
    ];

    // The browser leaves its port and its path in its profile once it listens.
    private async Task<Uri> FindAddressAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(profile, "DevToolsActivePort");
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < StartTime && !process.HasExited; await Task.Delay(PollInterval, cancellationToken))
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file, cancellationToken) is [var port, var path, ..])
                return new Uri($"ws://127.0.0.1:{port}{path}");
        }

        lock (lastWords)
        {
            throw new UserError(
                $"The figures were not drawn: {process.StartInfo.FileName} did not start as a browser without a window. " +
                $"Name another with the variable {Chromium.Variable}. Its last words were:\n{lastWords}");
        }
    }

    private void Keep(string? line)
    {
        lock (lastWords)
        {
            if (line is not null && lastWords.Length < LastWordsLimit)
                lastWords.AppendLine(line);
        }
    }
}
