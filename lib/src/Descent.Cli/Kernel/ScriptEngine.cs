using System.Diagnostics;
using System.Text.Json;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Jupyter;
using Descent.Scripting;

namespace Descent.Cli.Kernel;

/// <summary>C# as a kernel's language: what the protocol asks, the scripting engine answers.</summary>
internal sealed class ScriptEngine : IKernelEngine, IAsyncDisposable
{
    // Started at once, and not waited for before the sockets listen: a front end asks who the kernel is before it sends a cell.
    private readonly Task<ScriptSession> session;
    private readonly RunningCellNote note;
    private volatile IFrontEnd? running;

    public ScriptEngine(string workingDirectory, RunningCellNote note)
    {
        this.note = note;
        session = Task.Run(() =>
            new ScriptSession(new ScriptSessionOptions { WorkingDirectory = workingDirectory, ReadLine = () => running?.ReadLine() }));
    }

    public KernelDescription Description { get; } = new(
        "descent",
        ProgramVersion.Current,
        $"Descent {ProgramVersion.Current}: C# 14 on .NET {Environment.Version}.",
        new LanguageDescription("C#", "14.0", "text/x-csharp", ".cs", "csharp"));

    public async Task<ExecutionResult> ExecuteAsync(string code, JsonElement metadata, string name, IFrontEnd frontEnd, CancellationToken cancellationToken)
    {
        CellLanguage language;
        try
        {
            language = NotebookLanguage.OfCell(metadata);
        }
        catch (UserError error)
        {
            return new ExecutionResult.Failed("CompilationError", error.Message, [error.Message]);
        }

        running = frontEnd;
        // Front ends also run code of their own, without a number, that shows nothing.
        if (name.StartsWith("cell ", StringComparison.Ordinal) && note.TakeMessage() is { } message)
            frontEnd.WriteError(message);
        note.Begin(name, code);
        var result = await (await session).RunAsync(code, language, name, output => Forward(output, frontEnd), cancellationToken);
        note.End();
        return CellEnding.Of(result);
    }

    public async Task<Jupyter.CompletionResult> CompleteAsync(string code, int cursor, CancellationToken cancellationToken)
    {
        var found = await (await session).CompleteAsync(code, cursor, cancellationToken);
        return new Jupyter.CompletionResult(found.Start, found.End, [.. found.Proposals.Select(item => new CompletionItem(item.Text, item.Kind))]);
    }

    public async Task<IReadOnlyDictionary<string, string>?> InspectAsync(string code, int cursor, CancellationToken cancellationToken) =>
        (await (await session).InspectAsync(code, cursor, cancellationToken))?.Forms;

    public Completeness IsComplete(string code) => CodeCheck.Of(code) switch
    {
        { State: CodeState.Incomplete } check => new Completeness.Incomplete(check.Indent),
        { State: CodeState.Invalid } => new Completeness.Invalid(),
        _ => new Completeness.Complete(),
    };

    public async ValueTask DisposeAsync() => await (await session).DisposeAsync();

    private static void Forward(CellOutput output, IFrontEnd frontEnd)
    {
        switch (output)
        {
            case CellOutput.StandardOutput written:
                frontEnd.WriteOutput(written.Text);
                break;
            case CellOutput.StandardError written:
                frontEnd.WriteError(written.Text);
                break;
            case CellOutput.BackgroundFailure failure:
                frontEnd.WriteError(failure.Text);
                break;
            case CellOutput.Display display:
                frontEnd.Display(display.DisplayId, display.Bundle.Forms);
                break;
            case CellOutput.DisplayUpdate update:
                frontEnd.UpdateDisplay(update.DisplayId, update.Bundle.Forms);
                break;
            case CellOutput.Cleared cleared:
                frontEnd.ClearOutput(cleared.Wait);
                break;
            default:
                throw new UnreachableException();
        }
    }
}
