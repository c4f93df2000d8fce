namespace Descent.Jupyter;

/// <summary>Where a kernel notes what goes wrong and no front end would show. Called from any thread.</summary>
public interface IKernelLog
{
    /// <summary>Notes one event.</summary>
    /// <param name="message">What happened, as a sentence.</param>
    void Write(string message);
}
