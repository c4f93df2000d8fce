using System.Text.RegularExpressions;
using Descent.Cli.Outputs;

namespace Descent.Cli.Saved;

/// <summary>
/// The form in which an output of a run is kept in a notebook: the same on every machine, and seen by readers whose pages run no
/// scripts. Pictures of figures are added by whoever writes.
/// </summary>
internal static partial class SavedForm
{
    public static IReadOnlyList<RecordedOutput> Of(IReadOnlyList<RecordedOutput> outputs) => [.. outputs.Select(Of)];

    private static RecordedOutput Of(RecordedOutput output) => output switch
    {
        RecordedOutput.Stream stream => stream with { Text = Unix(stream.Text) },
        RecordedOutput.Error error => error with { Message = Unix(error.Message), Trace = [.. error.Trace.Select(Frame)] },
        RecordedOutput.Bundle bundle => bundle with { Data = Of(bundle.Data) },
        _ => output,
    };

    // Code-hosting sites prefer HTML to every other form, and then take the script out of it.
    private static Dictionary<string, string> Of(IReadOnlyDictionary<string, string> data) => data
        .Where(form => form.Key != MimeTypes.Html || data.Count == 1 || !form.Value.Contains("<script", StringComparison.OrdinalIgnoreCase))
        .ToDictionary(form => form.Key, form => MimeTypes.IsJson(form.Key) ? CanonicalJson.Of(form.Value) : Unix(form.Value));

    // Where a library's source stood when it was built is no part of the lesson.
    private static string Frame(string line) => SourceFile().Replace(Unix(line), "");

    private static string Unix(string text) => text.ReplaceLineEndings("\n");

    [GeneratedRegex(@"(?<=^\s*at .*) in \S.*:line \d+$")]
    private static partial Regex SourceFile();
}
