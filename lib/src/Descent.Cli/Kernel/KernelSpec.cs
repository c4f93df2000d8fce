using System.Text.Json;
using System.Text.Json.Nodes;

namespace Descent.Cli.Kernel;

/// <summary>The file by which front ends find and start a kernel.</summary>
internal static class KernelSpec
{
    public const string FileName = "kernel.json";
    private const string Owner = "descent";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="command">The program and its arguments, up to the kernel's own.</param>
    public static string Write(IEnumerable<string> command) => new JsonObject
    {
        ["argv"] = new JsonArray([.. command.Concat(["kernel", "start", "{connection_file}"]).Select(argument => (JsonNode)argument)]),
        ["display_name"] = ".NET (C#)",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        // The runtime's W^X guard, which maps compiled code twice, costs a tenth of the kernel's start; a cell may do what it likes anyway.
        ["env"] = new JsonObject { ["DOTNET_EnableWriteXorExecute"] = "0" },
        ["metadata"] = new JsonObject { [Owner] = new JsonObject { ["version"] = ProgramVersion.Current } },
    }.ToJsonString(Indented) + "\n";

    /// <summary>Whether a kernelspec's folder is one that this program wrote.</summary>
    public static bool IsOurs(string folder) => MarkOf(Read(folder)) is not null;

    /// <summary>Whether this version of this program wrote it, and the program that it starts is there.</summary>
    public static bool StartsThisVersion(string folder) =>
        Read(folder) is { } spec
        && MarkOf(spec) is JsonObject mark
        && mark["version"]?.ToString() == ProgramVersion.Current
        && spec["argv"] is JsonArray { Count: > 1 } command
        && command.Take(2).All(program => File.Exists(program?.ToString()));

    private static JsonNode? MarkOf(JsonObject? spec) => (spec?["metadata"] as JsonObject)?[Owner];

    private static JsonObject? Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, FileName));
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
