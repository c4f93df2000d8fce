namespace Descent.Scripting;

/// <summary>Something that a cell put out while it ran, or afterwards from work that it left in the background.</summary>
public abstract record CellOutput
{
    private CellOutput()
    {
    }

    /// <summary>Text written to <see cref="Console.Out"/>. Consecutive writes may arrive as one.</summary>
    /// <param name="Text">The text, line breaks included.</param>
    public sealed record StandardOutput(string Text) : CellOutput;

    /// <summary>Text written to <see cref="Console.Error"/>. Consecutive writes may arrive as one.</summary>
    /// <param name="Text">The text, line breaks included.</param>
    public sealed record StandardError(string Text) : CellOutput;

    /// <summary>Work that the cell had started has failed, on a thread or in a task that nobody waits for: a line for standard error.</summary>
    /// <param name="Text">What has failed and how, line break included.</param>
    public sealed record BackgroundFailure(string Text) : CellOutput;

    /// <summary>A value handed to <c>display</c>.</summary>
    /// <param name="DisplayId">Names this display in later updates.</param>
    /// <param name="Bundle">The value in every form that a front end may choose from.</param>
    public sealed record Display(string DisplayId, DisplayBundle Bundle) : CellOutput;

    /// <summary>A new value for an earlier display, to be shown in its place.</summary>
    /// <param name="DisplayId">The id of the earlier <see cref="Display"/>.</param>
    /// <param name="Bundle">The new value.</param>
    public sealed record DisplayUpdate(string DisplayId, DisplayBundle Bundle) : CellOutput;

    /// <summary>What the cell has put out so far is to go.</summary>
    /// <param name="Wait">Whether it may stay until the next output comes, so that nothing flickers.</param>
    public sealed record Cleared(bool Wait) : CellOutput;
}
