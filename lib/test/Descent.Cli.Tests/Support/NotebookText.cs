using System.Text.Json;

namespace Descent.Cli.Tests.Support;

/// <summary>Makes the text of notebook files.</summary>
internal static class NotebookText
{
    public static string Of(params string[] sources) => JsonSerializer.Serialize(new
    {
        cells = sources.Select((source, index) => Cell($"cell-{index}", source)),
        metadata = new { },
        nbformat = 4,
        nbformat_minor = 5,
    });

    /// <summary>As <see cref="Of"/>, with the first cell tagged for parameters.</summary>
    public static string WithParameters(string parameters, params string[] sources) => JsonSerializer.Serialize(new
    {
        cells = new[] { Cell("parameters", parameters, "parameters") }.Concat(sources.Select((source, index) => Cell($"cell-{index}", source))),
        metadata = new { },
        nbformat = 4,
        nbformat_minor = 5,
    });

    /// <summary>As <see cref="Of"/>, with the tags of each cell.</summary>
    public static string Tagged(params (string Source, string[] Tags)[] cells) => JsonSerializer.Serialize(new
    {
        cells = cells.Select((cell, index) => Cell($"cell-{index}", cell.Source, cell.Tags)),
        metadata = new { },
        nbformat = 4,
        nbformat_minor = 5,
    });

    private static object Cell(string id, string source, params string[] tags) => new
    {
        cell_type = "code",
        execution_count = (int?)null,
        id,
        metadata = new { tags },
        outputs = Array.Empty<object>(),
        source,
    };
}
