using System.Text.Json;

namespace Descent.Cli.Engines;

/// <summary>What .NET Interactive says over its standard output: an event of a command, or a command of its own. One line of JSON each.</summary>
/// <param name="EventType">The event's name; null when it is a command.</param>
/// <param name="CommandType">The command's name; null when it is an event.</param>
/// <param name="Event">What the event holds.</param>
/// <param name="Command">The command that an event belongs to; null when it belongs to none.</param>
internal sealed record EngineMessage(string? EventType, string? CommandType, EngineMessage.Content? Event, EngineMessage.Origin? Command)
{
    /// <summary>The message in a line; null when the line holds none.</summary>
    public static EngineMessage? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<EngineMessage>(line, JsonSerializerOptions.Web) is { } message && (message.EventType ?? message.CommandType) is not null
                ? message
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What events hold, each some of it.</summary>
    public sealed record Content(
        IReadOnlyList<Form>? FormattedValues,
        string? ValueId,
        string? Message,
        IReadOnlyList<Problem>? Diagnostics,
        IReadOnlyList<Form>? FormattedDiagnostics)
    {
        /// <summary>A value's forms by mime type. Where one comes twice, the first counts.</summary>
        public IReadOnlyDictionary<string, string> Forms => (FormattedValues ?? [])
            .DistinctBy(form => form.MimeType)
            .ToDictionary(form => form.MimeType, form => form.Value ?? "");

        /// <summary>What was written to a stream.</summary>
        public string Text => string.Concat((FormattedValues ?? []).Select(form => form.Value));
    }

    /// <summary>A value as text of one mime type.</summary>
    public sealed record Form(string MimeType, string? Value);

    /// <summary>A message of the compiler. Lines and characters count from 0.</summary>
    public sealed record Problem(Span LinePositionSpan, string Severity, string Code, string Message);

    /// <summary>From where to where in a cell.</summary>
    public sealed record Span(Position Start);

    /// <summary>A place in a cell.</summary>
    public sealed record Position(int Line, int Character);

    /// <summary>Names the command that an event belongs to: parts of a command have its token with a number after a dot.</summary>
    public sealed record Origin(string? Token);
}
