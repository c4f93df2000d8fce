using System.Text.Json.Nodes;
using Descent.Jupyter.Dispatch;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Requests;

/// <summary>Tells what kernel this is ("Kernel info" in the specification).</summary>
internal sealed class KernelInfoHandler(KernelDescription description) : IRequestHandler
{
    public Task<JsonObject?> HandleAsync(WireMessage message, CancellationToken cancellationToken)
    {
        var reply = Replies.Ok();
        reply["protocol_version"] = MessageCodec.ProtocolVersion;
        reply["implementation"] = description.Implementation;
        reply["implementation_version"] = description.Version;
        reply["language_info"] = Language(description.Language);
        reply["banner"] = description.Banner;
        reply["debugger"] = false;
        reply["help_links"] = new JsonArray();
        reply["supported_features"] = new JsonArray();
        return Task.FromResult<JsonObject?>(reply);
    }

    private static JsonObject Language(LanguageDescription language) => new()
    {
        ["name"] = language.Name,
        ["version"] = language.Version,
        ["mimetype"] = language.MimeType,
        ["file_extension"] = language.FileExtension,
        ["pygments_lexer"] = language.PygmentsLexer,
        ["codemirror_mode"] = language.MimeType,
    };
}
