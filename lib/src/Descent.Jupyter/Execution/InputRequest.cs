using System.Text.Json.Nodes;
using Descent.Jupyter.Channels;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Execution;

/// <summary>One cell's questions to its learner.</summary>
internal sealed class InputRequest(RouterChannel channel, WireMessage request)
{
    private readonly Lock gate = new();
    private TaskCompletionSource<string?>? question;
    private bool ended;

    /// <summary>Asks, and waits for the answer. An interrupt of the cell ends the wait.</summary>
    /// <returns>The line; null when the cell has ended.</returns>
    public string? ReadLine()
    {
        Task<string?> answer = Task.FromResult<string?>(null);
        // A cell can be stopped anywhere but inside a finally block, and a half-sent question would go unanswered.
        try
        {
        }
        finally
        {
            answer = Ask();
        }

        return answer.GetAwaiter().GetResult();
    }

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

    private Task<string?> Ask()
    {
        lock (gate)
        {
            if (ended)
                return Task.FromResult<string?>(null);
            question?.TrySetResult(null);
            question = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
            // What the cell has printed is the prompt; the question itself has none.
            channel.Send(request.Identities, "input_request", request.Header, new JsonObject { ["prompt"] = "", ["password"] = false });
            return question.Task;
        }
    }
}
