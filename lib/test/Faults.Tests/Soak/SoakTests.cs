using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Descent.Cli.Tests.Support;
using Descent.Jupyter;
using Descent.Jupyter.Tests.Support;

namespace Faults.Tests.Soak;

/// <summary>
/// Kernels started, used, interrupted, restarted and killed at random for as many seconds as <c>DESCENT_SOAK_SECONDS</c> says. The seed is
/// printed; <c>DESCENT_SOAK_SEED</c> repeats a run as far as chance allows.
/// </summary>
public sealed class SoakTests : IDisposable
{
    private const int UsualSeconds = 10;
    private const int FewestRounds = 3;
    private const int CellsInRound = 20;
    // A run of less is over before memory has settled.
    private const int ShortestSecondsForMemory = 60;
    // Measured: 85 KB a cell, which is its compiled code. Traces of endless recursions, of 25 MB, come and go in the runtime's own buffers,
    // one or two of them at a time.
    private const double MostGrowthOfCell = 120_000;
    private const double Noise = 50_000_000;

    private static readonly string[] Cells =
    [
        "var x = 1; x",
        "for (var i = 0; i < 2_000; i++) Console.WriteLine(i);",
        "var shown = display(0); for (var i = 0; i < 100; i++) shown.Update(i);",
        "new byte[50_000_000].Length",
        "throw new InvalidOperationException(\"meant\");",
        "this does not compile",
        "int Deeper(int n) => Deeper(n + 1) + 1; Deeper(0)",
        "await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => { Console.Write(i); })));",
        "new System.Threading.Thread(() => throw new Exception(\"stray\")).Start();",
        "_ = Task.Run(async () => { await Task.Delay(200); Console.Write(\"late\"); });",
        "#r \"nuget: MathNet.Numerics, 5.0.0\"\nMathNet.Numerics.SpecialFunctions.Gamma(5)",
    ];

    private readonly TemporaryFolder folder = new();
    private readonly SortedDictionary<string, int> done = [];
    private readonly List<long> memory = [];
    private readonly List<int> processes = [];
    private readonly List<ConnectionFile> connections = [];
    private int leftToDie;
    private readonly int seed = Setting("DESCENT_SOAK_SEED", Environment.TickCount & 0xffff);
    private readonly Random random;

    public SoakTests() => random = new Random(seed);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Nothing_is_left_behind_by_kernels_that_come_and_go()
    {
        var temporary = Directory.CreateDirectory(folder.File("temporary")).FullName;
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        var seconds = Setting("DESCENT_SOAK_SECONDS", UsualSeconds);
        var watch = Stopwatch.StartNew();
        using (var lasting = Started(temporary, data))
        {
            do
            {
                // One kernel lives through it all; others come and go beside it.
                for (var cell = 0; cell < CellsInRound; cell++)
                    Use(lasting);
                memory.Add(MemoryOf(lasting));
                using var passing = Started(temporary, data);
                for (var action = random.Next(1, 8); action > 0; action--)
                    Act(passing);
                Leave(passing);
            }
            while (watch.Elapsed.TotalSeconds < seconds || memory.Count < FewestRounds);

            ShutDown(lasting);
        }

        var report = Report(watch.Elapsed);
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(SpinWait.SpinUntil(() => !processes.Exists(IsAlive), Client.Patience), "A kernel's process outlives its kernel.");
        Assert.True(SpinWait.SpinUntil(() => !HasChildrenLeft(temporary), Client.Patience), "A process that a kernel has started outlives it.");
        Assert.All(connections.SelectMany(PortsOf), AssertFree);
        // What the runtime itself leaves when it is killed is a socket and two pipes for debuggers, without contents.
        Assert.DoesNotContain(
            Directory.GetFileSystemEntries(temporary).Select(path => Path.GetFileName(path)),
            name => !name.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal) && !name.StartsWith("clr-debug-pipe-", StringComparison.Ordinal));
        AssertLeft(Path.Combine(data, "descent"));
        Assert.True(seconds < ShortestSecondsForMemory || Growth() <= MostGrowth(), report);
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;

    private KernelProcess Started(string temporary, string data)
    {
        var kernel = new KernelProcess(("TMPDIR", temporary), ("XDG_DATA_HOME", data));
        connections.Add(kernel.Connection);
        Count("kernels started", kernel);
        return kernel;
    }

    private void Act(KernelProcess kernel)
    {
        switch (random.Next(6))
        {
            case 0:
                Count("cells interrupted", kernel);
                Interrupt(kernel);
                break;
            case 1:
                kernel.Client.Send(Channel.Control, "shutdown_request", """{"restart":true}""");
                kernel.StartAgain();
                Count("kernels restarted", kernel);
                break;
            case 2:
                kernel.Client.SendExecute("while (true) Console.WriteLine(\"on and on\");");
                Thread.Sleep(random.Next(200));
                using (var process = Process.GetProcessById(kernel.ProcessId))
                    process.Kill();
                kernel.StartAgain();
                Count("kernels killed", kernel);
                break;
            case 3:
                Count("front ends gone in the middle of a cell", kernel);
                using (var gone = new Client(kernel.Connection))
                    gone.SendExecute("System.Threading.Thread.Sleep(50); Console.Write(\"to nobody\");");
                break;
            default:
                Use(kernel);
                break;
        }

        Assert.Equal("ok", Reply(kernel, kernel.Client.Send(Channel.Control, "kernel_info_request", "{}"), Channel.Control, "kernel_info").Text("status"));
    }

    // A front end asks a kernel to end, or dies and takes it along.
    private void Leave(KernelProcess kernel)
    {
        if (random.Next(2) == 0)
        {
            ShutDown(kernel);
            return;
        }

        // Answered once the cells before it have ended, so that it does not die in the middle of one.
        Reply(kernel, kernel.Client.Send(Channel.Shell, "kernel_info_request", "{}"), Channel.Shell, "kernel_info");
        leftToDie++;
    }

    private void ShutDown(KernelProcess kernel)
    {
        kernel.Client.Send(Channel.Control, "shutdown_request", """{"restart":false}""");
        Assert.True(kernel.Ends(), "A kernel does not end when asked to.");
        Count("kernels shut down");
    }

    private void Use(KernelProcess kernel)
    {
        Count("cells run", kernel);
        var code = Cells[random.Next(Cells.Length)];
        Reply(kernel, kernel.Client.SendExecute(code), Channel.Shell, code);
    }

    private static void Interrupt(KernelProcess kernel)
    {
        var cell = kernel.Client.SendExecute("Console.Write(\"go\"); while (true) { }");
        while (kernel.Client.NextPublished("the cell's output") is var message && !(message.Type == "stream" && message.ParentId == cell))
        {
        }

        // Which of the two is done first, the cell or the request to stop it, is left to chance.
        var interrupt = kernel.Client.Send(Channel.Control, "interrupt_request", "{}");
        AwaitIdle(kernel, cell, interrupt);
        AwaitReply(kernel, interrupt, Channel.Control, "interrupt");
        Assert.Equal("Interrupted", AwaitReply(kernel, cell, Channel.Shell, "an endless loop").Text("ename"));
    }

    private static Received Reply(KernelProcess kernel, string id, Channel channel, string request)
    {
        AwaitIdle(kernel, id);
        return AwaitReply(kernel, id, channel, request);
    }

    // Others' messages are passed over, as a front end does.
    private static void AwaitIdle(KernelProcess kernel, params IEnumerable<string> ids)
    {
        var busy = ids.ToHashSet();
        while (busy.Count > 0)
        {
            if (kernel.Client.NextPublished($"the idle of {string.Join(" and ", busy)}") is { IsIdle: true } idle)
                busy.Remove(idle.ParentId);
        }
    }

    private static Received AwaitReply(KernelProcess kernel, string id, Channel channel, string request)
    {
        Received reply;
        do
            reply = kernel.Client.Next(channel, $"the reply to {id}: {request}");
        while (reply.ParentId != id);
        return reply;
    }

    private void Count(string what, KernelProcess kernel)
    {
        Count(what);
        if (!processes.Contains(kernel.ProcessId))
            processes.Add(kernel.ProcessId);
    }

    private void Count(string what) => done[what] = done.GetValueOrDefault(what) + 1;

    private void AssertLeft(string folder)
    {
        // The packages are there once a cell has asked for one.
        Assert.Equal(["logs", "running"], Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Where(name => name != "packages").Order());
        Assert.InRange(Directory.GetFiles(Path.Combine(folder, "logs")).Length, 1, 20);
        // A kernel that was killed cannot take its note away; the next one does that a day later. None of them ran a cell just then.
        var notes = Directory.GetFiles(Path.Combine(folder, "running"));
        Assert.Equal(leftToDie, notes.Length);
        Assert.All(notes, note => Assert.Equal("", File.ReadLines(note).FirstOrDefault("")));
    }

    private string Report(TimeSpan elapsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"Seed {seed}, {elapsed.TotalSeconds:F0} s, {memory.Count} rounds: {string.Join(", ", done.Select(pair => $"{pair.Value:N0} {pair.Key}"))}; "
        + $"the lasting kernel took {string.Join(", ", memory.Select(bytes => bytes / 1_000_000))} MB");

    private double Growth()
    {
        var third = memory.Count / 3;
        return Median(memory.TakeLast(third)) - Median(memory.SkipLast(third).TakeLast(third));
    }

    private double MostGrowth() => (memory.Count / 3 * CellsInRound * MostGrowthOfCell) + Noise;

    private static double Median(IEnumerable<long> values) => values.Order().ElementAt(values.Count() / 2);

    // What the collector has merely not looked at yet is no growth.
    private static long MemoryOf(KernelProcess kernel)
    {
        const string Collect = "GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);";
        Reply(kernel, kernel.Client.SendExecute(Collect), Channel.Shell, Collect);
        using var process = Process.GetProcessById(kernel.ProcessId);
        return process.WorkingSet64;
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Whatever a kernel starts has its environment, the folder for temporary files among it. Only Linux shows that.
    private static bool HasChildrenLeft(string temporary)
    {
        foreach (var folder in OperatingSystem.IsLinux() ? Directory.GetDirectories("/proc") : [])
        {
            try
            {
                if (File.ReadAllText(Path.Combine(folder, "environ")).Contains(temporary, StringComparison.Ordinal))
                    return true;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It has just ended, or is no process, or is somebody else's.
            }
        }

        return false;
    }

    private static int[] PortsOf(ConnectionFile file) => [file.ShellPort, file.ControlPort, file.PublishPort, file.InputPort, file.HeartbeatPort];

    private static void AssertFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }
}
