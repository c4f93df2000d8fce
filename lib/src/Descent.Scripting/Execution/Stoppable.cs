using System.Runtime;

namespace Descent.Scripting.Execution;

/// <summary>Runs code that can be stopped in the middle of anything, an endless loop included.</summary>
internal static class Stoppable
{
    /// <param name="action">The code to run.</param>
    /// <param name="cancellation">One that can be cancelled: otherwise ControlledExecution never returns (.NET 10.0.12).</param>
    /// <returns>False when the code was stopped.</returns>
    public static bool TryRun(Action action, CancellationToken cancellation)
    {
        try
        {
#pragma warning disable SYSLIB0046 // Made for exactly this: stopping a learner's endless loop without losing the session.
            ControlledExecution.Run(action, cancellation);
#pragma warning restore SYSLIB0046
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
