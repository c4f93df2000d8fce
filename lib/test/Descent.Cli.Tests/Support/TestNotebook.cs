using Descent.Cli.Notebooks;

namespace Descent.Cli.Tests.Support;

/// <summary>Makes small notebooks in memory.</summary>
internal static class TestNotebook
{
    public static Notebook Of(TemporaryFolder folder, string name, params string[] sources) =>
        new(folder.File(name), name, [.. sources.Select((source, index) => Code(index + 1, source))]);

    public static NotebookCell Code(int number, string source, params string[] tags) =>
        new(number, $"cell-{number}", CellKind.Code, source, tags);

    public static Notebook WithParameters(string label, string source) =>
        new($"/nowhere/{label}", label, [new NotebookCell(1, null, CellKind.Markdown, "# Title", []), Code(2, source, NotebookCell.ParametersTag)]);
}
