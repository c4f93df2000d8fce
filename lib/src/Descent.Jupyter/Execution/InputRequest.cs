using System.Text.Json.Nodes;
using Descent.Jupyter.Channels;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Execution;

/// <summary>One cell's questions to its learner.</summary>
internal sealed class InputRequest(RouterChannel channel, WireMessage request)
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(20);

    private readonly Lock gate = new();
    private TaskCompletionSource<string?>? question;
    private bool ended;

    /// <summary>Asks, and waits for the answer. An interrupt of the cell ends the wait.</summary>
    /// <returns>The line; null when the cell has ended.</returns>
    // Asked on another thread: an interrupt of the cell's own must not leave a question half sent.
    public string? ReadLine() => Task.Run(AskAsync).GetAwaiter().GetResult();

    public void Answer(string? line)
    {
        lock (gate)
            question?.TrySetResult(line);
    }

    /// <summary>The cell has ended: whoever still waits gets null.</summary>
    public void End()
    {
        lock (gate)
        {
            ended = true;
            question?.TrySetResult(null);
        }
    }

    private async Task<string?> AskAsync()
    {
        var answer = Begin();
        // A front end can run a cell before it has connected to this channel; until then nothing can be sent to it.
        while (!answer.IsCompleted && !await SendAsync().ConfigureAwait(false))
            await Task.Delay(TryAgainAfter).ConfigureAwait(false);
        return await answer.ConfigureAwait(false);
    }

    private Task<string?> Begin()
    {
        lock (gate)
        {
            question?.TrySetResult(null);
            question = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (ended)
                question.SetResult(null);
            return question.Task;
        }
    }

    // What the cell has printed is the prompt; the question itself has none.
    private Task<bool> SendAsync() => channel.TrySendAsync(
        request.Identities, "input_request", request.Header, new JsonObject { ["prompt"] = "", ["password"] = false });
}
