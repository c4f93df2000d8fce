namespace Descent.Jupyter;

/// <summary>The learner's notebook as seen from a running cell. Every method may be called from any thread.</summary>
public interface IFrontEnd
{
    /// <summary>Adds text to what the cell has written to standard output.</summary>
    /// <param name="text">The text.</param>
    void WriteOutput(string text);

    /// <summary>Adds text to what the cell has written to standard error.</summary>
    /// <param name="text">The text.</param>
    void WriteError(string text);

    /// <summary>Shows a value below the cell.</summary>
    /// <param name="displayId">Names the display in later updates.</param>
    /// <param name="forms">The value by mime type.</param>
    void Display(string displayId, IReadOnlyDictionary<string, string> forms);

    /// <summary>Replaces a value shown earlier, wherever it stands.</summary>
    /// <param name="displayId">The display's name.</param>
    /// <param name="forms">The new value by mime type.</param>
    void UpdateDisplay(string displayId, IReadOnlyDictionary<string, string> forms);

    /// <summary>Removes the cell's outputs.</summary>
    /// <param name="wait">Whether to wait for the next output, so that the notebook does not flicker.</param>
    void ClearOutput(bool wait);

    /// <summary>Asks the learner for a line and waits for it.</summary>
    /// <returns>The line; null when the cell has ended.</returns>
    /// <exception cref="InvalidOperationException">This front end does not take questions.</exception>
    string? ReadLine();
}
