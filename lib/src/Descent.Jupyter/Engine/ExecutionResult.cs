namespace Descent.Jupyter;

/// <summary>How a cell ended. A closed set: match on the nested records.</summary>
public abstract record ExecutionResult
{
    private ExecutionResult()
    {
    }

    /// <summary>The cell ran to its end.</summary>
    /// <param name="Forms">The value of its last expression by mime type; null when it has none.</param>
    public sealed record Completed(IReadOnlyDictionary<string, string>? Forms) : ExecutionResult;

    /// <summary>The cell did not compile, threw, or was interrupted.</summary>
    /// <param name="Name">The kind of error.</param>
    /// <param name="Message">What went wrong.</param>
    /// <param name="Trace">What notebooks show: the error and where it happened, line by line.</param>
    public sealed record Failed(string Name, string Message, IReadOnlyList<string> Trace) : ExecutionResult;
}
