using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Descent.Cli.Figures;

/// <summary>Asks a browser through the DevTools protocol, one question at a time.</summary>
internal sealed class DevTools : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private int lastId;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var tools = new DevTools();
        try
        {
            await tools.socket.ConnectAsync(address, cancellationToken);
            return tools;
        }
        catch
        {
            tools.Dispose();
            throw;
        }
    }

    /// <summary>Asks and waits for the answer; <paramref name="session"/> is the page that is meant, or null for the browser.</summary>
    public async Task<JsonObject> AskAsync(string method, JsonObject parameters, string? session, CancellationToken cancellationToken)
    {
        var question = new JsonObject { ["id"] = ++lastId, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            question["sessionId"] = session;
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(question), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        while (true)
        {
            // Events have no id.
            var message = await ReceiveAsync(cancellationToken);
            if (message["id"]?.GetValue<int>() == lastId)
                return message["result"] as JsonObject ?? throw new InvalidOperationException($"{method}: {message["error"]?.ToJsonString()}");
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<JsonObject> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException("The browser ended.");
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return JsonNode.Parse(message.ToArray())!.AsObject();
        }
    }
}
