using System.Text.Json.Nodes;
using Descent.Jupyter.Dispatch;

namespace Descent.Jupyter.Execution;

/// <summary>The front end that runs a cell. Its outputs go on when the cell has ended, its input does not.</summary>
internal sealed class CellFrontEnd(CellOutputs output, InputRequest? input) : IFrontEnd, IDisposable
{
    public void WriteOutput(string text) => output.Write("stdout", text);

    public void WriteError(string text) => output.Write("stderr", text);

    public void Display(string displayId, IReadOnlyDictionary<string, string> forms) =>
        output.Publish("display_data", Displayed(displayId, forms));

    public void UpdateDisplay(string displayId, IReadOnlyDictionary<string, string> forms) =>
        output.Publish("update_display_data", Displayed(displayId, forms));

    public void ClearOutput(bool wait) => output.Publish("clear_output", new JsonObject { ["wait"] = wait });

    public string? ReadLine() => (input ?? throw InputUnavailable.Error()).ReadLine();

    public void Dispose() => input?.End();

    private static JsonObject Displayed(string displayId, IReadOnlyDictionary<string, string> forms) => new()
    {
        ["data"] = MimeBundle.ToJson(forms),
        // Always the same, or VS Code draws an update as something new.
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = displayId },
    };
}
