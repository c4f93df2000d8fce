using Descent.Scripting.Output;
using Descent.Scripting.References;
using Microsoft.CodeAnalysis;

namespace Descent.Scripting.Compilation;

/// <summary>Compiles and formats something small in the background, so that the first cell finds the compiler loaded.</summary>
#pragma warning disable CA1001 // The source has no timer, so it holds nothing that needs disposal.
internal sealed class WarmUp(SubmissionCompiler compiler, SourceReferenceResolver loader, IReadOnlyList<string> framework)
#pragma warning restore CA1001
{
    private const string Sample = """
        int Twice(int n) => 2 * n;
        var numbers = Enumerable.Range(1, 3).Select(n => Twice(n)).ToList();
        Console.WriteLine($"{numbers.Sum()}");
        await Task.Yield();
        numbers
        """;

    private readonly CancellationTokenSource stop = new();

    public void Start()
    {
        Start(Compile);
        Start(Format);
    }

    /// <summary>A cell is there: whatever is not warm yet it warms up itself, without competition.</summary>
    public void Stop() => stop.Cancel();

    private static void Start(Action work) =>
        new Thread(() => Try(work)) { IsBackground = true, Name = "Warm-up", Priority = ThreadPriority.BelowNormal }.UnsafeStart();

    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is OperationCanceledException or OutOfMemoryException)
        {
            // A cell came first, and has perhaps taken all memory.
        }
    }

    private static void Format()
    {
        LibraryDisplays.Install();
        ValueFormatter.Format(2, []);
    }

    private void Compile()
    {
        var source = CellSource.Parse(Sample, Sample, "warm-up", loader, stop.Token);
        // Metadata of its own: a cell that is compiled at the same time could otherwise meet symbols of this compilation beside its own.
        compiler.Compile(source, null, framework.Select(path => MetadataFile.Map(path)).ToList(), stop.Token);
    }
}
