using System.Text.Json;

namespace Descent.Jupyter;

/// <summary>Where a kernel listens, and the key that its front ends sign with: the file that Jupyter starts a kernel with.</summary>
/// <param name="Address">The network address to listen on.</param>
/// <param name="ShellPort">The port of the requests that run in turn.</param>
/// <param name="ControlPort">The port of the requests that must not wait, such as interrupts.</param>
/// <param name="PublishPort">The port that outputs are broadcast on.</param>
/// <param name="InputPort">The port on which the kernel asks for input.</param>
/// <param name="HeartbeatPort">The port that echoes whatever it is sent.</param>
/// <param name="Key">The secret that proves a message to come from the user's own front end.</param>
/// <example><code>
/// var connection = ConnectionFile.Read("/run/user/1000/jupyter/kernel-1.json");
/// </code></example>
public sealed record ConnectionFile(
    string Address,
    int ShellPort,
    int ControlPort,
    int PublishPort,
    int InputPort,
    int HeartbeatPort,
    string Key)
{
    private const string Transport = "tcp";
    private const string Scheme = "hmac-sha256";

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>What the file says.</returns>
    /// <exception cref="KernelStartException">It cannot be read, or does not say what a kernel needs to know.</exception>
    public static ConnectionFile Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(document.RootElement, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KernelStartException(path, $"it cannot be read: {exception.Message}");
        }
        catch (JsonException exception)
        {
            throw new KernelStartException(path, $"it is not JSON: {exception.Message}");
        }
    }

    /// <summary>A channel's address as ZeroMQ writes it.</summary>
    /// <param name="port">The channel's port.</param>
    /// <returns>For example <c>tcp://127.0.0.1:50001</c>.</returns>
    internal string AddressOf(int port) => $"{Transport}://{Address}:{port}";

    private static ConnectionFile Read(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new KernelStartException(path, "it holds no JSON object");
        if (Text(root, "transport", path, Transport) is var transport && transport != Transport)
            throw new KernelStartException(path, $"its transport is \"{transport}\", and this kernel speaks only \"{Transport}\"");
        if (Text(root, "signature_scheme", path, Scheme) is var scheme && scheme != Scheme)
            throw new KernelStartException(path, $"its signature_scheme is \"{scheme}\", and this kernel knows only \"{Scheme}\"");
        var key = Text(root, "key", path, "");
        if (key.Length == 0)
            throw new KernelStartException(path, "it has no key, so that anybody on this machine could run code");
        return new ConnectionFile(
            Text(root, "ip", path, "127.0.0.1"),
            Port(root, "shell_port", path),
            Port(root, "control_port", path),
            Port(root, "iopub_port", path),
            Port(root, "stdin_port", path),
            Port(root, "hb_port", path),
            key);
    }

    private static string Text(JsonElement root, string name, string path, string missing)
    {
        if (!root.TryGetProperty(name, out var value))
            return missing;
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new KernelStartException(path, $"its \"{name}\" should be text and is {value.GetRawText()}");
    }

    private static int Port(JsonElement root, string name, string path)
    {
        if (!root.TryGetProperty(name, out var value))
            throw new KernelStartException(path, $"it has no \"{name}\"");
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var port) && port is > 0 and <= 65535
            ? port
            : throw new KernelStartException(path, $"its \"{name}\" should be a port from 1 to 65535 and is {value.GetRawText()}");
    }
}
