using Descent.Cli.Notebooks;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Notebooks;

public sealed class NotebookReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Cells_are_numbered_as_a_person_counts_and_keep_source_tags_and_kind()
    {
        var notebook = Read(
            """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
              {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# One\ntwo"},
              {"cell_type": "raw", "metadata": {}, "source": []},
              {"cell_type": "code", "id": "c", "metadata": {"tags": ["parameters", "x"]}, "source": ["var a = 1;\n", "a"], "outputs": []}
            ]}
            """);

        Assert.Equal([1, 2, 3], notebook.Cells.Select(cell => cell.Number));
        Assert.Equal([CellKind.Markdown, CellKind.Raw, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(["# One\ntwo", "", "var a = 1;\na"], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal(["a", null, "c"], notebook.Cells.Select(cell => cell.Id));
        Assert.Equal(["parameters", "x"], notebook.Cells[2].Tags);
        Assert.Equal(folder.Path, notebook.Folder);
    }

    [Fact]
    public void Blank_code_cells_do_not_run()
    {
        var notebook = Read(
            """
            {"nbformat": 4, "cells": [
              {"cell_type": "code", "source": " \n"}, {"cell_type": "code", "source": "1"}, {"cell_type": "markdown", "source": "1"}
            ]}
            """);

        Assert.Equal([2], notebook.RunnableCells.Select(cell => cell.Number));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        File.WriteAllBytes(folder.File("n.ipynb"), [0xEF, 0xBB, 0xBF, .. "{\"nbformat\": 4, \"cells\": []}"u8]);

        Assert.Empty(NotebookReader.Read(folder.File("n.ipynb"), "n.ipynb").Cells);
    }

    private Notebook Read(string json) => NotebookReader.Read(folder.Write("n.ipynb", json), "n.ipynb");
}
