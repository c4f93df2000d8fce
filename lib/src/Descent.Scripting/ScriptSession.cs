using Descent.Scripting.Compilation;
using Descent.Scripting.EditingHelp;
using Descent.Scripting.Execution;
using Descent.Scripting.Output;
using Descent.Scripting.References;
using Microsoft.CodeAnalysis;

namespace Descent.Scripting;

/// <summary>
/// Runs C# cells one after another; each sees the variables, types and <c>using</c> lines of those before it.
/// </summary>
/// <remarks>
/// A session owns its process: it sets the current directory to <see cref="ScriptSessionOptions.WorkingDirectory"/>, loads
/// assemblies for good, and routes the console's output to the cell that writes it.
/// </remarks>
/// <example><code>
/// await using var session = new ScriptSession(new ScriptSessionOptions { WorkingDirectory = "notebooks" });
/// var result = await session.RunAsync("1 + 1", output => { }, CancellationToken.None);
/// </code></example>
public sealed class ScriptSession : IAsyncDisposable
{
    private readonly ScriptSessionOptions options;
    private readonly AssemblyCatalog catalog = new();
    private readonly OutputQueue outputs = new();
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly SubmissionChain chain = new();
    private readonly CellExecution execution;
    private readonly WarmUp warmUp;
    private readonly Lazy<Editor> editor;
    private readonly DirectiveCompletion directiveCompletion;
    private int count;

    /// <summary>Starts a session.</summary>
    /// <param name="options">Where it works, and how it treats its cells.</param>
    /// <exception cref="DirectoryNotFoundException">The working directory does not exist.</exception>
    public ScriptSession(ScriptSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options with { WorkingDirectory = Path.GetFullPath(options.WorkingDirectory) };
        Environment.CurrentDirectory = this.options.WorkingDirectory;
        ConsoleRouting.Install();
        StrayExceptions.Install();
        TaskScheduler.UnobservedTaskException += TellOfUnobserved;
        var loader = new CellFileLoader(this.options.WorkingDirectory, addLoopChecks: false);
        var framework = FrameworkReferences.Paths().ToList();
        var references = framework.Select(catalog.AddHostFile).ToList();
        var compiler = new SubmissionCompiler(this.options.WorkingDirectory, references[0]);
        execution = new CellExecution(this.options, catalog, compiler, chain, loader);
        editor = new Lazy<Editor>(() => new Editor(chain, catalog, new CSharpOptions(CellSource.Options, compiler.Options)));
        directiveCompletion = new DirectiveCompletion(this.options.WorkingDirectory);
        warmUp = new WarmUp(compiler, loader, framework);
        if (options.WarmUp)
            warmUp.Start();
    }

    /// <summary>The variables that cells have declared so far, the latest of each name.</summary>
    public IReadOnlyList<ScriptVariable> Variables => chain.Variables();

    /// <summary>Runs a cell. Cells asked for while another one runs wait for it.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="onOutput">Receives what the cell puts out, in order, while it runs and from its background work afterwards.</param>
    /// <param name="cancellationToken">Stops the cell wherever it is; the session and its variables stay.</param>
    /// <returns>How the cell ended; never throws for what the cell did.</returns>
    public Task<CellResult> RunAsync(string code, Action<CellOutput> onOutput, CancellationToken cancellationToken) =>
        RunAsync(code, $"cell {Interlocked.Increment(ref count)}", onOutput, cancellationToken);

    /// <summary>Runs a cell under a name of the caller's.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="cellName">What stack traces call the cell; without one it is <c>cell 1</c> and so on, in the order of running.</param>
    /// <param name="onOutput">Receives what the cell puts out, in order, while it runs and from its background work afterwards.</param>
    /// <param name="cancellationToken">Stops the cell wherever it is; the session and its variables stay.</param>
    /// <returns>How the cell ended; never throws for what the cell did.</returns>
    public Task<CellResult> RunAsync(string code, string cellName, Action<CellOutput> onOutput, CancellationToken cancellationToken) =>
        RunAsync(code, CellLanguage.CSharp, cellName, onOutput, cancellationToken);

    /// <summary>Runs a cell that need not be C#.</summary>
    /// <param name="code">The cell's source. Lines such as <c>#!html</c> and <c>#!csharp</c> say what is in another language.</param>
    /// <param name="language">What it is written in up to the first such line.</param>
    /// <param name="cellName">What stack traces call the cell.</param>
    /// <param name="onOutput">Receives what the cell puts out, in order, while it runs and from its background work afterwards.</param>
    /// <param name="cancellationToken">Stops the cell wherever it is; the session and its variables stay.</param>
    /// <returns>How the cell ended; never throws for what the cell did.</returns>
    public async Task<CellResult> RunAsync(
        string code,
        CellLanguage language,
        string cellName,
        Action<CellOutput> onOutput,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(cellName);
        ArgumentNullException.ThrowIfNull(onOutput);
        warmUp.Stop();
        try
        {
            await oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new CellResult.Cancelled(Stopped: true, "Cancelled before it started.");
        }

        try
        {
            if (execution.Latest is { IsRunning: true })
                return new CellResult.Cancelled(Stopped: false, "An earlier cell could not be stopped and still runs. Wait until it ends, or restart the kernel.");
            // Compiling must not hold up whoever asks, for instance a loop that also listens for the request to stop.
            return await Task.Run(() => RunNextAsync(code, language, cellName, onOutput, cancellationToken), CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new CellResult.Cancelled(Stopped: true, "Cancelled before it ran.");
        }
        catch (OutOfMemoryException exception)
        {
            // Cells have taken what compiling this one needs. The reserve has been let go of by now.
            return new ExceptionReport(chain.Sources).For(exception);
        }
        catch (Exception exception) when (exception.GetBaseException() is InsufficientExecutionStackException)
        {
            return new CellResult.CompilationFailed([NestingLimit.Exceeded(code, exception.GetBaseException().Message)]);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Proposes what could stand at the cursor in a cell that is being typed.</summary>
    /// <param name="code">The cell so far.</param>
    /// <param name="position">The cursor's place, in UTF-16 units, from 0 to the code's length.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The proposals; none is an empty list.</returns>
    public Task<CodeProposals> CompleteAsync(string code, int position, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, code.Length);
        return CellSections.CSharpAt(code, position) is { } csharp
            ? new Completion(editor.Value, directiveCompletion).FindAsync(csharp, position, cancellationToken)
            : Task.FromResult(new CodeProposals(position, position, []));
    }

    /// <summary>Explains what stands at the cursor: its signature and its documentation.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">The cursor's place, in UTF-16 units, from 0 to the code's length.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The explanation as plain text and as Markdown; null when there is nothing to explain.</returns>
    public Task<DisplayBundle?> InspectAsync(string code, int position, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, code.Length);
        return CellSections.CSharpAt(code, position) is { } csharp
            ? new Inspection(editor.Value).FindAsync(csharp, position, cancellationToken)
            : Task.FromResult<DisplayBundle?>(null);
    }

    /// <summary>No cell comes any more: lets go of all variables, and tells of failed tasks that nobody has awaited.</summary>
    /// <returns>When all that could be found have been told of.</returns>
    public Task FinishAsync()
    {
        chain.Forget();
        execution.Forget();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return outputs.FlushAsync();
    }

    /// <summary>Ends the session. What its cells left running in the background goes on, unheard.</summary>
    /// <returns>When the last outputs have been delivered.</returns>
    public async ValueTask DisposeAsync()
    {
        TaskScheduler.UnobservedTaskException -= TellOfUnobserved;
        await outputs.FlushAsync().ConfigureAwait(false);
        outputs.Dispose();
        execution.Dispose();
        catalog.Dispose();
        if (editor.IsValueCreated)
            editor.Value.Dispose();
        oneAtATime.Dispose();
    }

    private void TellOfUnobserved(object? task, UnobservedTaskExceptionEventArgs unobserved) =>
        StrayExceptions.ReportUnobserved(unobserved.Exception, outputs, execution.Latest?.Sink);

    private async Task<CellResult> RunNextAsync(
        string code,
        CellLanguage language,
        string name,
        Action<CellOutput> onOutput,
        CancellationToken cancellation)
    {
        MemoryReserve.Hold();
        var result = await execution.RunAsync(code, language, name, new CellSink(outputs, onOutput, options.ReadLine), cancellation).ConfigureAwait(false);
        await outputs.FlushAsync().ConfigureAwait(false);
        return result;
    }
}
