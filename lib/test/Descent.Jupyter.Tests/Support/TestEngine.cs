namespace Descent.Jupyter.Tests.Support;

/// <summary>A language of a few words, so that the protocol is tested without a compiler.</summary>
internal sealed class TestEngine : IKernelEngine
{
    public KernelDescription Description { get; } =
        new("test", "1.2.3", "A test.", new LanguageDescription("Words", "1.0", "text/x-words", ".words", "text"));

    /// <summary>The front end of the latest cell, for what a cell does after it has ended.</summary>
    public IFrontEnd? LatestFrontEnd { get; private set; }

    public List<string> Executed { get; } = [];

    public async Task<ExecutionResult> ExecuteAsync(string code, string name, IFrontEnd frontEnd, CancellationToken cancellationToken)
    {
        LatestFrontEnd = frontEnd;
        Executed.Add(code);
        switch (code.Split(' ')[0])
        {
            case "value":
                return new ExecutionResult.Completed(Plain(code[6..]));
            case "print":
                frontEnd.WriteOutput(code[6..]);
                frontEnd.WriteError("error text");
                return new ExecutionResult.Completed(null);
            case "display":
                frontEnd.Display("d1", new Dictionary<string, string> { ["text/plain"] = "one", ["application/json"] = """{"a":[1]}""" });
                frontEnd.UpdateDisplay("d1", Plain("two"));
                frontEnd.ClearOutput(wait: true);
                return new ExecutionResult.Completed(null);
            case "fail":
                return new ExecutionResult.Failed("Wrong", "it failed", ["Wrong: it failed", "   at cell"]);
            case "crash":
                throw new InvalidOperationException("the engine is broken");
            case "slowfail":
                await Task.Delay(300, CancellationToken.None);
                return new ExecutionResult.Failed("Wrong", "it failed late", []);
            case "forever":
                await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
                return new ExecutionResult.Failed("Interrupted", "stopped", []);
            case "read":
                return new ExecutionResult.Completed(Plain($"got {frontEnd.ReadLine() ?? "nothing"}"));
            case "name":
                return new ExecutionResult.Completed(Plain(name));
            default:
                return new ExecutionResult.Completed(null);
        }
    }

    public Task<CompletionResult> CompleteAsync(string code, int cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new CompletionResult(cursor - 1, cursor, [new CompletionItem("print", "keyword"), new CompletionItem("pull", "method")]));

    public Task<IReadOnlyDictionary<string, string>?> InspectAsync(string code, int cursor, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>?>(cursor == 0 ? null : Plain($"at {cursor}"));

    public Completeness IsComplete(string code) => code switch
    {
        "open" => new Completeness.Incomplete("  "),
        "wrong" => new Completeness.Invalid(),
        _ => new Completeness.Complete(),
    };

    private static Dictionary<string, string> Plain(string text) => new() { ["text/plain"] = text };
}
