using System.Diagnostics;
using System.Globalization;
using Descent.Cli.Running;
using Descent.Cli.Tests.Support;
using Descent.Cli.Worker;

namespace Descent.Cli.Tests.Engines;

/// <summary>Whatever stops a run in the released engine, neither the engine nor what a cell started may outlive it.</summary>
public sealed class EngineStoppingTests : IDisposable
{
    // The child's output must not be the engine's. A file appears whole once it has been moved to its place.
    private const string TellProcessesAndLoop = """
        using System.IO;
        var program = OperatingSystem.IsWindows() ? ("ping", "-n 600 127.0.0.1") : ("sleep", "600");
        var child = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program.Item1, program.Item2) { RedirectStandardOutput = true });
        File.WriteAllText("writing", $"{Environment.ProcessId} {child.Id}");
        File.Move("writing", "ids");
        while (true) { }
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_cell_without_end_meets_its_time_and_ends_with_all_that_it_started()
    {
        var run = RunAsync(TimeSpan.FromSeconds(20));
        var processes = await ProcessesAsync(run);

        var result = await run;

        Assert.Equal(new CellOutcome.TimedOut(20), result.Cells[0].Outcome);
        Assert.IsType<CellOutcome.NotRun>(result.Cells[1].Outcome);
        await EndAsync(processes);
    }

    [Fact]
    public async Task An_engine_that_is_killed_in_mid_cell_is_found_out()
    {
        var run = RunAsync(TimeSpan.FromMinutes(10));
        var processes = await ProcessesAsync(run);

        using (var engine = Process.GetProcessById(processes[0]))
            engine.Kill();

        var result = await run;
        Assert.IsType<CellOutcome.WorkerEnded>(result.Cells[0].Outcome);
        Assert.IsType<CellOutcome.NotRun>(result.Cells[1].Outcome);
        await EndAsync(processes[..1]);
        // Once its parent is gone nobody knows whose it was. It must not hold up the run.
        using var orphan = Process.GetProcessById(processes[1]);
        orphan.Kill();
    }

    [Fact]
    public async Task The_engine_ends_when_its_worker_is_killed()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Which process is another's parent is read as Linux tells it.");
        var run = RunAsync(TimeSpan.FromMinutes(10));
        var processes = await ProcessesAsync(run);

        using (var worker = Process.GetProcessById(ParentOf(processes[0])))
            worker.Kill();

        Assert.IsType<CellOutcome.WorkerEnded>((await run).Cells[0].Outcome);
        await EndAsync(processes);
    }

    [Fact]
    public async Task Cancelling_ends_the_engine()
    {
        using var stop = new CancellationTokenSource();
        var run = RunAsync(TimeSpan.FromMinutes(10), stop.Token);
        var processes = await ProcessesAsync(run);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await EndAsync(processes);
    }

    [Fact]
    public async Task The_engine_ends_when_the_command_is_killed()
    {
        using var command = await StartCommandAsync();
        var processes = await ProcessesAsync(command.WaitForExitAsync(TestContext.Current.CancellationToken));

        command.Kill();

        await EndAsync(processes);
    }

    [Fact]
    public async Task Control_C_ends_the_engine_and_exits_with_130()
    {
        ControlC.RequirePossible();
        using var command = await StartCommandAsync();
        var processes = await ProcessesAsync(command.WaitForExitAsync(TestContext.Current.CancellationToken));

        await ControlC.PressAsync(command);

        Assert.Equal("Stopped. The notebooks are as they were.", (await command.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim());
        await command.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, command.ExitCode);
        await EndAsync(processes);
    }

    private async Task<Process> StartCommandAsync()
    {
        await ReleasedEngine.FindAsync();
        var path = folder.Write("n.ipynb", NotebookText.Of(TellProcessesAndLoop));
        return Process.Start(new ProcessStartInfo(ReleasedEngine.Dotnet, [typeof(WorkerLaunch).Assembly.Location, "run", "--engine", "dotnet-interactive", path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private static int ParentOf(int process) => int.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("PPid:", StringComparison.Ordinal))["PPid:".Length..],
        CultureInfo.InvariantCulture);

    private Task<LessonResult> RunAsync(TimeSpan timeout) => RunAsync(timeout, TestContext.Current.CancellationToken);

    private async Task<LessonResult> RunAsync(TimeSpan timeout, CancellationToken cancellation) =>
        await new LessonRunner(new RunOptions { Timeout = timeout, Engine = await ReleasedEngine.FindAsync() })
            .RunAsync(TestNotebook.Of(folder, "n.ipynb", TellProcessesAndLoop, "2"), _ => { }, cancellation);

    /// <summary>The engine's process and that of what the cell started.</summary>
    private async Task<int[]> ProcessesAsync(Task run)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < StartLimit; await Task.Delay(50))
        {
            Assert.False(run.IsCompleted && !File.Exists(folder.File("ids")), "The run ended before its cell had told its processes.");
            if (File.Exists(folder.File("ids")))
                return [.. (await File.ReadAllTextAsync(folder.File("ids"))).Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
        }

        throw new TimeoutException($"The cell did not tell its processes within {StartLimit}.");
    }

    private static async Task EndAsync(IEnumerable<int> processes)
    {
        foreach (var id in processes)
        {
            try
            {
                using var process = Process.GetProcessById(id);
                using var limit = new CancellationTokenSource(EndLimit);
                await process.WaitForExitAsync(limit.Token);
            }
            catch (ArgumentException)
            {
                // It has ended already.
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Process {id} had not ended {EndLimit} after its run.");
            }
        }
    }
}
