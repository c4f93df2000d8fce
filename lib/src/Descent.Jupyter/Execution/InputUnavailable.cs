namespace Descent.Jupyter.Execution;

/// <summary>What code learns that asks for a line where nobody can be asked (<c>allow_stdin</c> is false).</summary>
internal static class InputUnavailable
{
    public static InvalidOperationException Error() => new(
        "Console.ReadLine: whoever runs this cell does not take questions (it was sent with allow_stdin false). "
        + "Write the value into the cell instead.");
}
