using System.Text.Json;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Execution;

/// <summary>What an <c>execute_request</c> asks for.</summary>
internal sealed record ExecuteRequest(
    string Code,
    JsonElement Metadata,
    bool IsSilent,
    bool StoresHistory,
    bool AllowsInput,
    bool StopsOnError,
    IReadOnlyDictionary<string, string> Expressions)
{
    public static ExecuteRequest Read(WireMessage message)
    {
        var isSilent = message.Flag("silent", false);
        return new ExecuteRequest(
            message.Text("code"),
            message.Metadata,
            isSilent,
            !isSilent && message.Flag("store_history", true),
            message.Flag("allow_stdin", false),
            message.Flag("stop_on_error", true),
            message.Texts("user_expressions"));
    }
}
