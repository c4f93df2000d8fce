using System.Diagnostics;
using Descent.Cli.Running;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Running;

/// <summary>Whatever stops a run, no worker may outlive it.</summary>
public sealed class StoppingTests : IDisposable
{
    private const string TellProcessAndLoop = "File.WriteAllText(\"pid\", Environment.ProcessId.ToString()); while (true) { }";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Cancelling_ends_the_worker()
    {
        using var stop = new CancellationTokenSource();
        var run = new LessonRunner(new RunOptions()).RunAsync(TestNotebook.Of(folder, "n.ipynb", TellProcessAndLoop), _ => { }, stop.Token);
        var worker = await WorkerIdAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await EndsAsync(worker);
    }

    [Fact]
    public async Task A_worker_ends_when_its_parent_is_killed()
    {
        using var command = StartCommand();
        var worker = await WorkerIdAsync();

        command.Kill();

        await EndsAsync(worker);
    }

    [Fact]
    public async Task Control_C_ends_the_workers_and_exits_with_130()
    {
        ControlC.RequirePossible();
        using var command = StartCommand();
        var worker = await WorkerIdAsync();

        await ControlC.PressAsync(command);

        var error = await command.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await command.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, command.ExitCode);
        Assert.Equal("Stopped. The notebooks are as they were.", error.Trim());
        await EndsAsync(worker);
    }

    private Process StartCommand()
    {
        var path = folder.Write("n.ipynb", NotebookText.Of(TellProcessAndLoop));
        var program = typeof(WorkerLaunch).Assembly.Location;
        return Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, "run", path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private async Task<int> WorkerIdAsync()
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(60);)
        {
            if (File.Exists(folder.File("pid")) && int.TryParse(await File.ReadAllTextAsync(folder.File("pid")), out var id))
                return id;
            await Task.Delay(50);
        }

        throw new TimeoutException("The worker did not start within a minute.");
    }

    private static async Task EndsAsync(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            await process.WaitForExitAsync(limit.Token);
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }
}
