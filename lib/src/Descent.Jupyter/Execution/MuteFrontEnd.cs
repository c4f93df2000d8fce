namespace Descent.Jupyter.Execution;

/// <summary>For code that is run only for its value.</summary>
internal sealed class MuteFrontEnd : IFrontEnd
{
    public static readonly MuteFrontEnd Instance = new();

    private MuteFrontEnd()
    {
    }

    public void WriteOutput(string text)
    {
    }

    public void WriteError(string text)
    {
    }

    public void Display(string displayId, IReadOnlyDictionary<string, string> forms)
    {
    }

    public void UpdateDisplay(string displayId, IReadOnlyDictionary<string, string> forms)
    {
    }

    public void ClearOutput(bool wait)
    {
    }

    public string? ReadLine() => throw InputUnavailable.Error();
}
