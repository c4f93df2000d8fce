using Descent.Scripting.Compilation;
using Descent.Scripting.Extensions;
using Descent.Scripting.Output;
using Descent.Scripting.References;
using Microsoft.CodeAnalysis;

namespace Descent.Scripting.Execution;

/// <summary>Takes cells from their text to their end, one after the other: what they refer to, their parts, compiled and run.</summary>
internal sealed class CellExecution : IDisposable
{
    private readonly AssemblyCatalog catalog;
    private readonly SubmissionCompiler compiler;
    private readonly SubmissionChain chain;
    private readonly DirectiveResolver directives;
    private readonly SourceReferenceResolver loader;
    private readonly int stackSize;
    private readonly TimeSpan stopTimeout;
    private readonly ExtensionLoader extensions;
    private InterruptibleThread thread;

    public CellExecution(
        ScriptSessionOptions options,
        AssemblyCatalog catalog,
        SubmissionCompiler compiler,
        SubmissionChain chain,
        SourceReferenceResolver loader)
    {
        (this.catalog, this.compiler, this.chain, this.loader) = (catalog, compiler, chain, loader);
        (stackSize, stopTimeout) = (options.StackSize, options.StopTimeout);
        thread = NewThread();
        directives = new DirectiveResolver(options, catalog);
        extensions = new ExtensionLoader(catalog, this);
    }

    /// <summary>What runs, or ran last.</summary>
    public CellRun? Latest { get; private set; }

    /// <summary>Runs a cell, and answers those of its lines that mean nothing.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="language">What it begins in.</param>
    /// <param name="name">What stack traces call it.</param>
    /// <param name="sink">Where its outputs go.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="enter">Makes, on the cell's thread, what its C# is to find around it; disposed when that has ended.</param>
    public async Task<CellResult> RunAsync(
        string code,
        CellLanguage language,
        string name,
        CellSink sink,
        CancellationToken cancellation,
        Func<IDisposable>? enter = null)
    {
        var cell = CellSections.Split(code, language, cancellation);
        var parts = cell.Sections
            .Where(section => !section.IsEmpty || section.IsTimed)
            .Select(section => new CellPart(section, section.Language == CellLanguage.CSharp
                ? CellSource.Parse(section.Text, code, name, loader, cancellation)
                : null))
            .ToList();
        var result = cell.Refusals.Count > 0
            ? new CellResult.CompilationFailed(cell.Refusals)
            : await new SectionRun(sink, source => RunAsync(source, name, sink, enter, cancellation)).RunAsync(parts).ConfigureAwait(false);
        CellCommands.Answer(parts, sink, result);
        return result;
    }

    /// <summary>Runs code that is not a cell's on the cells' thread, where it can be stopped and what it shows goes below the cell.</summary>
    public async Task<CellOutcome> RunAsync(Func<Task<DisplayBundle?>> code, CellSink sink, CancellationToken cancellation)
    {
        LibraryDisplays.Install();
        var run = new CellRun(thread, code, sink, cancellation);
        Latest = run;
        var outcome = await run.RunAsync(stopTimeout).ConfigureAwait(false);
        if (run.HasLostItsThread)
        {
            thread.Dispose();
            thread = NewThread();
        }

        return outcome;
    }

    /// <summary>Lets go of the cell that ran last.</summary>
    public void Forget() => Latest = null;

    public void Dispose() => thread.Dispose();

    private InterruptibleThread NewThread() => new(stackSize, "Cells");

    private async Task<CellResult> RunAsync(CellSource source, string name, CellSink sink, Func<IDisposable>? enter, CancellationToken cancellation)
    {
        if (SyntaxErrors.In(source, cancellation) is { Count: > 0 } errors)
            return new CellResult.CompilationFailed(errors);
        if (await directives.ResolveAsync(source, cancellation).ConfigureAwait(false) is { Count: > 0 } complaints)
            return new CellResult.CompilationFailed(complaints);
        await extensions.LoadAsync(directives.Extensions, sink, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        var (submission, diagnostics) = compiler.Compile(source, chain.Latest, chain.NewAmong(catalog.References), cancellation);
        if (submission is null)
            return new CellResult.CompilationFailed(DiagnosticTranslator.Translate(diagnostics, source));
        chain.AddSource(name, source);
        var outcome = await RunAsync(() => ExecuteAsync(submission, enter), sink, cancellation).ConfigureAwait(false);
        chain.Advance(submission);
        return outcome switch
        {
            CellOutcome.Returned returned => new CellResult.Completed(returned.Value),
            CellOutcome.Faulted faulted => new ExceptionReport(chain.Sources).For(faulted.Exception),
            CellOutcome.Stopped => new CellResult.Cancelled(Stopped: true, "Stopped. Variables keep the values they had."),
            _ => new CellResult.Cancelled(Stopped: false, "The cell could not be stopped: it is inside a library that does not look whether it should stop. Wait until it ends, or restart the kernel."),
        };
    }

    private async Task<DisplayBundle?> ExecuteAsync(Submission submission, Func<IDisposable>? enter)
    {
        using var entered = enter?.Invoke();
        // No ConfigureAwait(false): everything of the cell's stays on its thread.
#pragma warning disable CA2007
        return await chain.ExecuteAsync(submission);
#pragma warning restore CA2007
    }
}
