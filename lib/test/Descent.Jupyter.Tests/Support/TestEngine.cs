using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Descent.Jupyter.Tests.Support;

/// <summary>A language of a few words, so that the protocol is tested without a compiler.</summary>
internal sealed class TestEngine : IKernelEngine, IDisposable
{
    private readonly SemaphoreSlim held = new(0);

    public KernelDescription Description { get; } =
        new("test", "1.2.3", "A test.", new LanguageDescription("Words", "1.0", "text/x-words", ".words", "text"));

    /// <summary>The front end of the latest cell, for what a cell does after it has ended.</summary>
    public IFrontEnd? LatestFrontEnd { get; private set; }

    public ConcurrentQueue<string> Executed { get; } = new();

    /// <summary>Has the cell that holds fail now.</summary>
    public void LetFail() => held.Release();

    public void Dispose() => held.Dispose();

    public async Task<ExecutionResult> ExecuteAsync(string code, JsonElement metadata, string name, IFrontEnd frontEnd, CancellationToken cancellationToken)
    {
        LatestFrontEnd = frontEnd;
        Executed.Enqueue(code);
        var words = code.Split(' ', 2);
        switch (words[0])
        {
            case "value":
                return new ExecutionResult.Completed(Plain(words[1]));
            case "print":
                frontEnd.WriteOutput(words[1]);
                frontEnd.WriteError("error text");
                return new ExecutionResult.Completed(null);
            case "lines":
                for (var line = 0; line < int.Parse(words[1], CultureInfo.InvariantCulture); line++)
                    frontEnd.WriteOutput($"{line}\n");
                return new ExecutionResult.Completed(null);
            case "show":
                for (var picture = 0; picture < int.Parse(words[1], CultureInfo.InvariantCulture); picture++)
                {
                    if (cancellationToken.IsCancellationRequested)
                        return new ExecutionResult.Failed("Interrupted", "stopped", ["stopped"]);
                    frontEnd.Display($"d{picture}", Plain(new string('x', 8_000)));
                }

                return new ExecutionResult.Completed(null);
            case "display":
                frontEnd.WriteOutput("before");
                frontEnd.Display("d1", new Dictionary<string, string> { ["text/plain"] = "one", ["application/json"] = """{"a":[1]}""" });
                frontEnd.WriteOutput("between");
                frontEnd.UpdateDisplay("d1", Plain("two"));
                frontEnd.ClearOutput(wait: true);
                frontEnd.WriteOutput("after");
                return new ExecutionResult.Completed(Plain("shown"));
            case "fail":
                frontEnd.WriteOutput("so far");
                return new ExecutionResult.Failed("Wrong", "it failed", ["Wrong: it failed", "   at cell"]);
            case "crash":
                throw Broken();
            case "hold":
                await held.WaitAsync(CancellationToken.None);
                return new ExecutionResult.Failed("Wrong", "it failed late", []);
            case "forever":
                await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                return new ExecutionResult.Failed("Interrupted", "stopped", ["stopped"]);
            case "read":
                return new ExecutionResult.Completed(Plain($"got {await Task.Run(frontEnd.ReadLine, CancellationToken.None).WaitAsync(cancellationToken) ?? "nothing"}"));
            case "name":
                return new ExecutionResult.Completed(Plain(name));
            default:
                return new ExecutionResult.Completed(null);
        }
    }

    public Task<CompletionResult> CompleteAsync(string code, int cursor, CancellationToken cancellationToken) => code == "crash"
        ? throw Broken()
        : Task.FromResult(new CompletionResult(cursor - 1, cursor, code[cursor - 1] == 'p' ? [new CompletionItem("print", "keyword"), new CompletionItem("pull", "method")] : []));

    public Task<IReadOnlyDictionary<string, string>?> InspectAsync(string code, int cursor, CancellationToken cancellationToken) => code == "crash"
        ? throw Broken()
        : Task.FromResult<IReadOnlyDictionary<string, string>?>(cursor == 0 ? null : Plain($"at {cursor}"));

    public Completeness IsComplete(string code) => code switch
    {
        "open" => new Completeness.Incomplete("  "),
        "wrong" => new Completeness.Invalid(),
        "crash" => throw Broken(),
        _ => new Completeness.Complete(),
    };

    private static InvalidOperationException Broken() => new("the engine is broken");

    private static Dictionary<string, string> Plain(string text) => new() { ["text/plain"] = text };
}
