using System.Text.Json;
using System.Text.Json.Nodes;
using Descent.Jupyter.Channels;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Requests;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Execution;

/// <summary>Runs a cell ("Execute" in the specification).</summary>
internal sealed class ExecuteHandler(
    IKernelEngine engine,
    PublishChannel publish,
    InputRequests input,
    AbortedQueue queue,
    History history,
    IKernelLog log) : IRequestHandler
{
    private int executionCount;

    public async Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken)
    {
        var reply = await RunAsync(message, cancellationToken).ConfigureAwait(false);
        // Unlike other replies, this one carries the count whatever its status is.
        reply["execution_count"] = executionCount;
        return reply;
    }

    private async Task<JsonObject> RunAsync(WireMessage message, CancellationToken cancellationToken)
    {
        if (queue.IsAborting)
            return new JsonObject { ["status"] = "aborted" };
        ExecuteRequest request;
        try
        {
            request = ExecuteRequest.Read(message);
        }
        catch (MessageFormatException exception)
        {
            return Replies.Error(exception);
        }

        if (request.StoresHistory)
            executionCount++;
        var output = new CellOutputs(publish, message.Header, request.IsSilent, cancellationToken);
        output.Publish("execute_input", new JsonObject { ["code"] = request.Code, ["execution_count"] = executionCount });
        using var frontEnd = new CellFrontEnd(output, request.AllowsInput ? input.For(message) : null);
        return await RunAsync(request, output, frontEnd, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonObject> RunAsync(
        ExecuteRequest request,
        CellOutputs output,
        CellFrontEnd frontEnd,
        CancellationToken cancellationToken)
    {
        var result = await ExecuteAsync(request.Code, request.Metadata, Name(request), frontEnd, cancellationToken).ConfigureAwait(false);
        var completed = result as ExecutionResult.Completed;
        if (request.StoresHistory)
            history.Add(new HistoryEntry(executionCount, request.Code, completed?.Forms?.GetValueOrDefault("text/plain")));
        if (result is ExecutionResult.Failed failed)
        {
            output.Publish("error", Replies.ErrorContent(failed.Name, failed.Message, failed.Trace));
            if (request.StopsOnError)
                queue.Abort();
            return Replies.Error(failed.Name, failed.Message, failed.Trace);
        }

        if (completed?.Forms is { } forms)
            output.Publish("execute_result", Result(forms));
        var reply = Replies.Ok();
        reply["payload"] = new JsonArray();
        reply["user_expressions"] = await EvaluateAsync(request.Expressions, cancellationToken).ConfigureAwait(false);
        return reply;
    }

    private JsonObject Result(IReadOnlyDictionary<string, string> forms) => new()
    {
        ["execution_count"] = executionCount,
        ["data"] = MimeBundle.ToJson(forms),
        ["metadata"] = new JsonObject(),
    };

    private async Task<JsonObject> EvaluateAsync(IReadOnlyDictionary<string, string> expressions, CancellationToken cancellationToken)
    {
        var values = new JsonObject();
        foreach (var (name, code) in expressions)
        {
            var result = await ExecuteAsync(code, default, $"expression {name}", MuteFrontEnd.Instance, cancellationToken).ConfigureAwait(false);
            values[name] = Value(result);
        }

        return values;
    }

    private static JsonObject Value(ExecutionResult result)
    {
        if (result is ExecutionResult.Failed failed)
            return Replies.Error(failed.Name, failed.Message, failed.Trace);
        var value = Replies.Ok();
        value["data"] = result is ExecutionResult.Completed { Forms: { } forms } ? MimeBundle.ToJson(forms) : new JsonObject();
        value["metadata"] = new JsonObject();
        return value;
    }

    private async Task<ExecutionResult> ExecuteAsync(
        string code,
        JsonElement metadata,
        string name,
        IFrontEnd frontEnd,
        CancellationToken cancellationToken)
    {
        try
        {
            return await engine.ExecuteAsync(code, metadata, name, frontEnd, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Notebooks show only what is broadcast: to them, a fault of the kernel's is an error like any other.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.Write($"{name} failed inside the kernel: {exception}");
            var trace = $"The kernel failed, not the cell: {exception.Message}";
            return new ExecutionResult.Failed(exception.GetType().Name, exception.Message, [trace]);
        }
    }

    private string Name(ExecuteRequest request) => request.StoresHistory ? $"cell {executionCount}" : "a cell without a number";
}
