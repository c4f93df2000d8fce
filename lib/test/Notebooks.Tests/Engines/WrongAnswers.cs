using System.Text.Json;
using System.Text.Json.Nodes;
using Descent.Cli.Outputs;

namespace Notebooks.Tests.Engines;

/// <summary>Ways in which an engine might show something else than is saved. Each takes what a cell has shown; null where there is nothing of the kind.</summary>
internal static class WrongAnswers
{
    public static readonly IReadOnlyDictionary<string, Func<IReadOnlyList<RecordedOutput>, IReadOnlyList<RecordedOutput>?>> ByName =
        new Dictionary<string, Func<IReadOnlyList<RecordedOutput>, IReadOnlyList<RecordedOutput>?>>
        {
            ["another text"] = outputs => Replace<RecordedOutput.Stream>(outputs, stream => stream with { Text = $"?{stream.Text}" }),
            ["another value"] = outputs => Replace<RecordedOutput.ExecuteResult>(outputs, value => value.Figure is null
                ? value with { Data = value.Data.ToDictionary(form => form.Key, form => $"{form.Value} ") }
                : null),
            ["a figure's number in its fifth digit"] = outputs => ReplaceNumbers(outputs, numbers => numbers[0] = numbers[0]!.GetValue<double>() * 1.00001 + 1e-7),
            ["a figure with a point less"] = outputs => ReplaceNumbers(outputs, numbers => numbers.RemoveAt(numbers.Count - 1)),
            ["a figure that is none"] = outputs => Replace<RecordedOutput.ExecuteResult>(outputs, value => value.Figure is null
                ? null
                : value with { Data = value.Data.Where(form => form.Key != MimeTypes.Plotly).ToDictionary() }),
            ["an output less"] = outputs => outputs.Count > 0 ? [.. outputs.SkipLast(1)] : null,
            ["an output more"] = outputs => outputs.Count > 0 ? [.. outputs, outputs[^1]] : null,
            ["nothing"] = outputs => outputs.Count > 0 ? [] : null,
            ["something on stderr"] = outputs => [.. outputs, new RecordedOutput.Stream("stderr", "warning\n")],
            ["another order"] = outputs => outputs.Count > 1 ? [.. outputs.Reverse()] : null,
        };

    private static List<RecordedOutput>? ReplaceNumbers(IReadOnlyList<RecordedOutput> outputs, Action<JsonArray> change) =>
        Replace<RecordedOutput.ExecuteResult>(outputs, value =>
        {
            if (value.Figure is null)
                return null;
            var figure = JsonNode.Parse(value.Figure)!;
            change(NumbersIn(figure["data"])!);
            return value with { Data = new Dictionary<string, string>(value.Data) { [MimeTypes.Plotly] = figure.ToJsonString() } };
        });

    private static JsonArray? NumbersIn(JsonNode? node) => node switch
    {
        JsonArray array when array.Count > 0 && array[0]?.GetValueKind() == JsonValueKind.Number => array,
        JsonArray array => array.Select(NumbersIn).FirstOrDefault(numbers => numbers is not null),
        JsonObject trace => trace.Select(property => NumbersIn(property.Value)).FirstOrDefault(numbers => numbers is not null),
        _ => null,
    };

    /// <summary>With the last output of a kind replaced; null when there is none that can be.</summary>
    private static List<RecordedOutput>? Replace<TOutput>(IReadOnlyList<RecordedOutput> outputs, Func<TOutput, TOutput?> change)
        where TOutput : RecordedOutput
    {
        for (var index = outputs.Count - 1; index >= 0; index--)
        {
            if (outputs[index] is TOutput output && change(output) is { } changed)
                return [.. outputs.Take(index), changed, .. outputs.Skip(index + 1)];
        }

        return null;
    }
}
