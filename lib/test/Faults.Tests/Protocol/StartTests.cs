using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Descent.Cli.Tests.Support;
using Descent.Jupyter;
using Descent.Jupyter.Tests.Support;
using Faults.Tests.Support;

namespace Faults.Tests.Protocol;

/// <summary>What a kernel does with the connection file that it is given.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_is_missing_or_cannot_be_read_is_named()
    {
        foreach (var path in new[] { folder.File("missing.json"), folder.Path })
        {
            var start = await DescentCommand.RunAsync("kernel", "start", path);
            Assert.Equal(1, start.ExitCode);
            Assert.StartsWith($"The connection file {path} cannot be used: it cannot be read: ", start.Error, StringComparison.Ordinal);
            Assert.EndsWith("Jupyter and VS Code write such a file when they start a kernel.", start.Error.TrimEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_others_permissions_keep_from_the_reader_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions.");
        if (OperatingSystem.IsWindows())
            return;
        var path = Write(Ports.Free());
        File.SetUnixFileMode(path, UnixFileMode.None);
        var start = await DescentCommand.RunAsync(Permissions.Binding(DescentCommand.StartInfo("kernel", "start", path)));
        Assert.Equal(1, start.ExitCode);
        Assert.StartsWith($"The connection file {path} cannot be used: it cannot be read: ", start.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_busy_is_named_whichever_channel_it_is()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        foreach (var (channel, connection) in new[]
        {
            ("shell", Ports.Free() with { ShellPort = port }),
            ("control", Ports.Free() with { ControlPort = port }),
            ("iopub", Ports.Free() with { PublishPort = port }),
            ("stdin", Ports.Free() with { InputPort = port }),
            ("heartbeat", Ports.Free() with { HeartbeatPort = port }),
        })
        {
            var start = await DescentCommand.RunAsync("kernel", "start", Write(connection));
            Assert.Equal(1, start.ExitCode);
            Assert.StartsWith($"The kernel cannot listen on tcp://127.0.0.1:{port} (its {channel} channel): ", start.Error, StringComparison.Ordinal);
            Assert.EndsWith("Is another kernel using that port? Start a new one from the notebook.", start.Error.TrimEnd(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.2")]
    public void The_kernel_listens_on_the_five_ports_at_the_address_of_its_file_and_nowhere_else(string address)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a process listens on in files.");
        using var kernel = new KernelProcess(address);
        kernel.Run("1 + 1");
        var expected = new[] { kernel.Connection.ShellPort, kernel.Connection.ControlPort, kernel.Connection.PublishPort, kernel.Connection.InputPort, kernel.Connection.HeartbeatPort };
        Assert.Equal(expected.Order().Select(port => $"{address}:{port}"), ListeningSockets.Of(kernel.ProcessId).Order(StringComparer.Ordinal).OrderBy(socket => int.Parse(socket.Split(':')[^1], CultureInfo.InvariantCulture)));
    }

    private string Write(ConnectionFile connection) => folder.Write("connection.json", JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["ip"] = connection.Address,
        ["shell_port"] = connection.ShellPort,
        ["control_port"] = connection.ControlPort,
        ["iopub_port"] = connection.PublishPort,
        ["stdin_port"] = connection.InputPort,
        ["hb_port"] = connection.HeartbeatPort,
        ["key"] = connection.Key,
    }));
}
