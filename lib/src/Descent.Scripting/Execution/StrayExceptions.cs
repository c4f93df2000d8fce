using System.Runtime.ExceptionServices;
using Descent.Scripting.Cells;
using Descent.Scripting.Output;
using Descent.Scripting.Values;

namespace Descent.Scripting.Execution;

/// <summary>Tells of work that a cell left behind and that throws: on another thread, where it would end the process, or in a task.</summary>
internal static class StrayExceptions
{
    private static readonly Lazy<bool> Caught = new(Catch);

    public static void Install()
    {
        LostThreads.Install();
        ThrownIn.Install();
        _ = Caught.Value;
    }

    public static void Report(CellSink sink, Exception exception) => Write(sink, "Background work failed", exception);

    /// <summary>Tells of a task that nobody awaited, below the cell that it failed in, however long that cell has ended.</summary>
    /// <param name="unobserved">What the collector found.</param>
    /// <param name="outputs">The outputs of the session that tells.</param>
    /// <param name="latest">The cell that is told where no cell has thrown.</param>
    public static void ReportUnobserved(AggregateException unobserved, OutputQueue outputs, CellSink? latest)
    {
        // Whatever a stop has ended needs no telling.
        foreach (var exception in unobserved.Flatten().InnerExceptions.Where(inner => inner is not (OperationCanceledException or ThreadInterruptedException)))
        {
            if ((ThrownIn.CellOf(exception) ?? latest) is { } sink && sink.GoesTo(outputs))
                Write(sink, "A task that nobody awaited has failed", exception);
        }
    }

    private static void Write(CellSink sink, string what, Exception exception) =>
        sink.WriteFailure($"{what}: {SafeText.Of(exception)}{Environment.NewLine}");

    private static bool Catch()
    {
        try
        {
            ExceptionHandling.SetUnhandledExceptionHandler(Handle);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The host has set a handler of its own, and there can be only one.
            return false;
        }
    }

    private static bool Handle(Exception exception)
    {
        if (CellSink.Current is not { } sink)
            return false;
        // It found out that the learner has asked for a stop.
        if (exception is OperationCanceledException && Interruption.IsRequested)
            return true;
        Report(sink, exception);
        return true;
    }
}
