namespace Descent.Scripting.Execution;

/// <summary>How a cell's code ended.</summary>
internal abstract record CellOutcome
{
    private CellOutcome()
    {
    }

    public sealed record Returned(DisplayBundle? Value) : CellOutcome;

    public sealed record Faulted(Exception Exception) : CellOutcome;

    public sealed record Stopped : CellOutcome;

    public sealed record Unstoppable : CellOutcome;
}
