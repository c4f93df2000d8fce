using Descent.Jupyter.Channels;
using Descent.Jupyter.Dispatch;

namespace Descent.Jupyter.Execution;

/// <summary>After a cell has failed, the cells that were queued behind it are not run ("stop_on_error").</summary>
internal sealed class AbortedQueue(RouterChannel shell, RequestLoop loop)
{
    // Only the shell's own thread reads and writes it.
    private bool aborting;

    public bool IsAborting => aborting;

    /// <summary>Aborts what has been sent by now; what is sent from now on runs.</summary>
    public void Abort()
    {
        aborting = true;
        shell.AfterArrived(() => loop.Add(() => aborting = false));
    }
}
