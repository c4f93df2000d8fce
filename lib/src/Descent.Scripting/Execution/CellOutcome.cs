namespace Descent.Scripting.Execution;

/// <summary>How a cell's code ended.</summary>
internal abstract record CellOutcome
{
    private CellOutcome()
    {
    }

    public sealed record Returned(DisplayBundle? Value) : CellOutcome;

    public sealed record Faulted(Exception Exception) : CellOutcome;

    /// <summary>One of its threads has no stack left, not even to handle the exception with.</summary>
    public sealed record ThreadLost(Exception Raised) : CellOutcome;

    public sealed record Stopped : CellOutcome;

    public sealed record Unstoppable : CellOutcome;
}
