namespace Descent.Jupyter;

/// <summary>A kernel cannot start from the connection file that it was given.</summary>
public sealed class KernelStartException : Exception
{
    internal KernelStartException(string path, string reason)
        : base($"The connection file {path} cannot be used: {reason}. Jupyter and VS Code write such a file when they start a kernel.")
    {
    }

    internal KernelStartException(string channel, string address, Exception cause)
        : base($"The kernel cannot listen on {address} (its {channel} channel): {cause.Message}. Is another kernel using that port? Start a new one from the notebook.", cause)
    {
    }
}
