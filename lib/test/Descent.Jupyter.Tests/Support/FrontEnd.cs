using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NetMQ;
using NetMQ.Sockets;

namespace Descent.Jupyter.Tests.Support;

/// <summary>A scripted front end with a kernel of its own. It signs with code that is not the kernel's.</summary>
internal sealed class FrontEnd : IDisposable
{
    public const string Key = "a7f0c2-test-key";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DealerSocket shell = new();
    private readonly DealerSocket control = new();
    private readonly DealerSocket stdin = new();
    private readonly SubscriberSocket publish = new();
    private readonly string session = Guid.NewGuid().ToString();
    private readonly KernelServer server;
    private int sent;

    public FrontEnd()
    {
        Connection = new ConnectionFile("127.0.0.1", FreePort(), FreePort(), FreePort(), FreePort(), FreePort(), Key);
        server = new KernelServer(Connection, Engine, Log);
        Serving = server.RunAsync(CancellationToken.None);
        publish.SubscribeToAnyTopic();
        publish.Connect(Address(Connection.PublishPort));
        Welcome = Next(publish, "iopub");
        var identity = Encoding.UTF8.GetBytes(session);
        foreach (var (socket, port) in new[] { (shell, Connection.ShellPort), (control, Connection.ControlPort), (stdin, Connection.InputPort) })
        {
            socket.Options.Identity = identity;
            socket.Connect(Address(port));
        }

        // A question to a front end that is still connecting is lost, as ZeroMQ has it.
        Thread.Sleep(100);
    }

    public ConnectionFile Connection { get; }

    public TestEngine Engine { get; } = new();

    public ListLog Log { get; } = new();

    public Task Serving { get; }

    public Received Welcome { get; }

    public string SendShell(string type, string content) => Send(shell, type, content);

    public string SendControl(string type, string content) => Send(control, type, content);

    public string SendInput(string type, string content) => Send(stdin, type, content);

    public void SendShellFrames(params byte[][] frames) => shell.SendMultipartBytes(frames);

    public Received NextPublished()
    {
        // A kernel says that it starts; whether a front end has subscribed by then is chance.
        var message = Next(publish, "iopub");
        return message.ParentId.Length == 0 ? Next(publish, "iopub") : message;
    }

    public Received NextReply() => Next(shell, "shell");

    public Received NextControlReply() => Next(control, "control");

    public Received NextQuestion() => Next(stdin, "stdin");

    /// <summary>Sends a request and returns what follows: every broadcast from busy to idle, then the reply, if there is to be one.</summary>
    public IReadOnlyList<Received> Ask(string type, string content, bool hasReply = true)
    {
        var id = SendShell(type, content);
        var conversation = Conversation(id);
        return hasReply ? [.. conversation, NextReply()] : conversation;
    }

    public IReadOnlyList<Received> Execute(string code, string more = "") =>
        Ask("execute_request", $$"""{"code":{{JsonSerializer.Serialize(code)}}{{more}}}""");

    /// <summary>The broadcasts that belong to a request, up to its idle.</summary>
    public IReadOnlyList<Received> Conversation(string id)
    {
        var messages = new List<Received>();
        do
        {
            messages.Add(NextPublished());
            Assert.Equal(id, messages[^1].ParentId);
        }
        while (messages[^1].Type != "status" || messages[^1].Text("execution_state") != "idle");
        return messages;
    }

    public byte[][] Frames(string type, string content, string key = Key)
    {
        var header = Encoding.UTF8.GetBytes(
            $$"""{"msg_id":"{{session}}-{{++sent}}","session":"{{session}}","username":"learner","date":"2026-01-01T00:00:00Z","msg_type":"{{type}}","version":"5.3"}""");
        var body = Encoding.UTF8.GetBytes(content);
        return ["<IDS|MSG>"u8.ToArray(), Sign(key, header, "{}{}"u8.ToArray(), body), header, "{}"u8.ToArray(), "{}"u8.ToArray(), body];
    }

    public void Dispose()
    {
        foreach (var socket in new NetMQSocket[] { shell, control, stdin, publish })
            socket.Dispose();
        server.Dispose();
    }

    private static byte[] Sign(string key, params byte[][] parts) => Encoding.ASCII.GetBytes(
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), parts.SelectMany(part => part).ToArray())));

    private static string Address(int port) => $"tcp://127.0.0.1:{port}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Received Next(NetMQSocket socket, string channel)
    {
        NetMQMessage? frames = null;
        Assert.True(socket.TryReceiveMultipartMessage(Patience, ref frames), $"Nothing came on {channel}.");
        var parts = frames!.Select(frame => frame.ToByteArray()).ToList();
        var delimiter = parts.FindIndex(part => part.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        var signed = parts.Skip(delimiter + 2).Take(4).ToList();
        Assert.Equal(Sign(Key, [.. signed]), parts[delimiter + 1]);
        var json = signed.Select(part => JsonDocument.Parse(part).RootElement).ToList();
        return new Received(channel, Encoding.UTF8.GetString(parts[0]), json[0], json[1], json[3]);
    }

    private string Send(DealerSocket socket, string type, string content)
    {
        var frames = Frames(type, content);
        socket.SendMultipartBytes(frames);
        return $"{session}-{sent}";
    }
}
