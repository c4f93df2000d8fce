using System.Text.Json;

namespace Faults.Tests.Files;

/// <summary>A notebook that takes a while to write and none to run.</summary>
internal static class LargeNotebook
{
    // Megabytes, and no code. A cell without code loses its old outputs.
    public static string Text { get; } = JsonSerializer.Serialize(new
    {
        cells = new object[]
        {
            new { cell_type = "markdown", id = "a", metadata = new { }, source = string.Concat(Enumerable.Repeat("Some text, not long, which stands here many times; 一些文字. ", 40_000)) },
            new { cell_type = "code", execution_count = 1, id = "b", metadata = new { }, outputs = new[] { new { output_type = "stream", name = "stdout", text = "old" } }, source = "" },
        },
        metadata = new { },
        nbformat = 4,
        nbformat_minor = 5,
    });
}
