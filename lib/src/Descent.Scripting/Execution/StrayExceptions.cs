using System.Runtime.ExceptionServices;
using Descent.Scripting.Cells;
using Descent.Scripting.Output;

namespace Descent.Scripting.Execution;

/// <summary>Keeps the process alive when work that a cell left on another thread throws: the cell is told instead.</summary>
internal static class StrayExceptions
{
    private static readonly Lazy<bool> Caught = new(Catch);

    public static void Install() => _ = Caught.Value;

    public static void Report(CellSink sink, Exception exception) =>
        sink.Write($"Background work failed: {exception.GetType().FullName}: {exception.Message}{Environment.NewLine}", isError: true);

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
