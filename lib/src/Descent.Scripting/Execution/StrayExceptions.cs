using System.Runtime.ExceptionServices;
using Descent.Scripting.Cells;
using Descent.Scripting.Output;

namespace Descent.Scripting.Execution;

/// <summary>Tells of work that a cell left behind and that throws: on another thread, where it would end the process, or in a task.</summary>
internal static class StrayExceptions
{
    private static readonly Lazy<bool> Caught = new(Catch);

    public static void Install() => _ = Caught.Value;

    public static void Report(CellSink sink, Exception exception) => Write(sink, "Background work failed", exception);

    /// <summary>Tells of a task that nobody awaited. The collector found it, which knows nothing of the cell that started it.</summary>
    public static void ReportUnobserved(CellSink latest, AggregateException unobserved)
    {
        // Whatever a stop has ended needs no telling.
        foreach (var exception in unobserved.Flatten().InnerExceptions.Where(inner => inner is not (OperationCanceledException or ThreadInterruptedException)))
            Write(latest, "A task that nobody awaited has failed", exception);
    }

    private static void Write(CellSink sink, string what, Exception exception) =>
        sink.Write($"{what}: {exception.GetType().FullName}: {MessageOf(exception)}{Environment.NewLine}", isError: true);

    // Nobody catches what an exception's own message throws here: it would end the process.
    private static string MessageOf(Exception exception)
    {
        try
        {
            return exception.Message;
        }
#pragma warning disable CA1031 // It may be anything.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return $"(its message cannot be shown: {thrown.GetType().FullName})";
        }
    }

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
