using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Descent.Jupyter;
using Descent.Jupyter.Tests.Support;

namespace Descent.Cli.Tests.Support;

/// <summary>The whole kernel, started as Jupyter starts it, in the folder of the lessons.</summary>
public sealed class KernelProcess : IDisposable
{
    private const string FirstCellOfLessons = """
        #r "nuget: MathNet.Numerics, 5.0.0"
        #r "nuget: Plotly.NET.Interactive, 6.0.0"
        #r "nuget: Plotly.NET.CSharp, 0.14.0"
        #r "../lib/bin/Descent.dll"
        #r "../lib/bin/Descent.Notebooks.dll"
        using Descent;
        using Descent.Notebooks;
        using Plotly.NET.CSharp;
        Course.Register();
        """;

    private readonly HashSet<string> ran = [];
    private readonly (string Name, string Value)[] environment;
    private readonly ConnectionFile connection;
    private Process process;

    public KernelProcess()
        : this([])
    {
    }

    internal KernelProcess(params (string Name, string Value)[] environment)
        : this(Ports.Loopback, environment)
    {
    }

    /// <param name="address">Where it is to listen, as its connection file has it.</param>
    /// <param name="environment">What it is told besides.</param>
    internal KernelProcess(string address, params (string Name, string Value)[] environment)
    {
        this.environment = environment;
        // Another program may take a port just now; the kernel then ends at once, and is started anew.
        for (var attempt = 1; ; attempt++)
        {
            connection = Ports.Free(address);
            process = Start(connection);
            try
            {
                Client = new Client(connection);
                break;
            }
            catch (Xunit.Sdk.XunitException) when (process.HasExited && attempt < 3)
            {
                process.Dispose();
            }
        }

        Client.NextPublished("the kernel's start");
    }

    internal Client Client { get; private set; }

    internal int ProcessId => process.Id;

    internal ConnectionFile Connection => connection;

    /// <summary>A folder for whatever a test needs.</summary>
    internal TemporaryFolder Folder { get; } = new();

    /// <summary>Runs a cell that must succeed, and returns what it has published between its input and its end.</summary>
    internal IReadOnlyList<Received> Run(string code)
    {
        var messages = Client.Execute(code);
        Assert.True(messages[^1].Text("status") == "ok", $"{code}\nended with: {messages[^1].Line}");
        return [.. messages.Skip(2).SkipLast(2)];
    }

    /// <summary>Runs a cell, unless this kernel has run it already.</summary>
    internal void RunOnce(string code)
    {
        if (ran.Add(code))
            Run(code);
    }

    internal void LoadCourse() => RunOnce(FirstCellOfLessons);

    /// <summary>Waits for the process to end by itself.</summary>
    internal bool Ends() => process.WaitForExit(Client.Patience);

    /// <summary>Starts a kernel in place of one that has ended, with the same connection file, as Jupyter does.</summary>
    internal void StartAgain()
    {
        Assert.True(Ends(), "The kernel's process still runs.");
        process.Dispose();
        Client.Dispose();
        process = Start(connection);
        Client = new Client(connection);
        Client.NextPublished("the kernel's start");
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
        Client.Dispose();
        Folder.Dispose();
    }

    private Process Start(ConnectionFile connection)
    {
        var file = Folder.Write("connection.json", JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["transport"] = "tcp",
            ["ip"] = connection.Address,
            ["shell_port"] = connection.ShellPort,
            ["control_port"] = connection.ControlPort,
            ["iopub_port"] = connection.PublishPort,
            ["stdin_port"] = connection.InputPort,
            ["hb_port"] = connection.HeartbeatPort,
            ["key"] = connection.Key,
            ["signature_scheme"] = "hmac-sha256",
        }));
        var program = typeof(Descent.Cli.Kernel.KernelSpec).Assembly.Location;
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, [program, "kernel", "start", file]) { WorkingDirectory = Lessons() };
        // As Jupyter names itself: the kernel does not outlive whoever started it.
        start.Environment["JPY_PARENT_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string Lessons()
    {
        var checkout = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(checkout.FullName, "global.json")))
            checkout = checkout.Parent ?? throw new InvalidOperationException("No global.json above the tests.");
        return Path.Combine(checkout.FullName, "notebooks");
    }
}
