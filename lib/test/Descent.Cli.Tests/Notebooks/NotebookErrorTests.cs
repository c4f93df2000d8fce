using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Notebooks;

public sealed class NotebookErrorTests : IDisposable
{
    private const string Repair = "Repair the file, or save it again from Jupyter or VS Code.";
    private const string Restore = "Repair the file, or restore it, for example with: git checkout -- \"n.ipynb\"";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_file_names_the_place_that_was_looked_at() => Assert.Equal(
        $"n.ipynb: the notebook was not found. Expected a file at {folder.File("n.ipynb")}. Check the name, or leave it out to run every lesson.",
        Assert.Throws<UserError>(() => NotebookReader.Read(folder.File("n.ipynb"), "n.ipynb")).Message);

    [Fact]
    public void A_folder_is_no_notebook() => Assert.Equal(
        "n.ipynb: expected a notebook file (.ipynb), found a folder. Name the notebooks in it one by one.",
        Assert.Throws<UserError>(() => NotebookReader.Read(folder.Path, "n.ipynb")).Message);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void An_empty_file_is_said_to_be_empty(string json) =>
        Assert.Equal($"n.ipynb: expected a notebook in JSON, found an empty file. {Restore}", ErrorFor(json));

    [Fact]
    public void Broken_JSON_is_placed_by_line_and_by_column_in_characters() => Assert.Equal(
        $"n.ipynb(3,7): expected a notebook in JSON, found that 'o' is an invalid start of a value. {Restore}",
        ErrorFor("{\n \"nbformat\": 4,\n \"中\": oops\n}"));

    [Fact]
    public void A_file_cut_off_in_the_middle_is_placed_at_its_end() => Assert.Equal(
        $"n.ipynb(2,15): expected a notebook in JSON, found that the file ends too early. {Restore}",
        ErrorFor("{\n \"nbformat\": 4"));

    [Fact]
    public void Format_3_says_how_to_convert() => Assert.Equal(
        "n.ipynb: expected notebook format 4 (\"nbformat\": 4), found 3. Convert it: open and save it in Jupyter, or run: " +
        "jupyter nbconvert --to notebook --inplace \"n.ipynb\"",
        ErrorFor("""{"nbformat": 3, "worksheets": []}"""));

    [Fact]
    public void Format_5_asks_for_an_older_one() => Assert.Equal(
        "n.ipynb: expected notebook format 4 (\"nbformat\": 4), found 5. Save it again as format 4 with the program that wrote it.",
        ErrorFor("""{"nbformat": 5, "cells": []}"""));

    [Theory]
    [InlineData("[]", "the notebook: expected an object (a notebook's metadata and cells), found a list.")]
    [InlineData("{}", "\"nbformat\" of the notebook: expected a whole number (the notebook format's version), found nothing.")]
    [InlineData("""{"nbformat": "4"}""", "\"nbformat\" of the notebook: expected a whole number (the notebook format's version), found a string.")]
    [InlineData("""{"nbformat": 4.5}""", "\"nbformat\" of the notebook: expected a whole number (the notebook format's version), found the number 4.5.")]
    [InlineData("""{"nbformat": 4}""", "\"cells\" of the notebook: expected a list (the notebook's cells), found nothing.")]
    [InlineData("""{"nbformat": 4, "cells": {}}""", "\"cells\" of the notebook: expected a list (the notebook's cells), found an object.")]
    [InlineData("""{"nbformat": 4, "cells": [null]}""", "cell 1: expected an object (a cell), found null.")]
    [InlineData("""{"nbformat": 4, "cells": [{}]}""", "\"cell_type\" of cell 1: expected a string (the cell's kind), found nothing.")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "heading", "source": ""}]}""",
        "\"cell_type\" of cell 1: expected \"code\", \"markdown\" or \"raw\", found \"heading\".")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "code"}]}""",
        "\"source\" of cell 1: expected a string or a list of strings (the cell's text), found nothing.")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "code", "source": ["a", true]}]}""",
        "item 2 of \"source\" of cell 1: expected a string (a line of the cell's text), found true.")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "id": 7}]}""",
        "\"id\" of cell 1: expected a string (the cell's id), found the number 7.")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "metadata": []}]}""",
        "\"metadata\" of cell 1: expected an object (the cell's metadata), found a list.")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "metadata": {"tags": "parameters"}}]}""",
        "\"tags\" of \"metadata\" of cell 1: expected a list (the cell's tags), found a string.")]
    [InlineData(
        """{"nbformat": 4, "cells": [{"cell_type": "code", "source": "\ud800"}]}""",
        "\"source\" of cell 1: expected text (the cell's text), found half of a surrogate pair, which is no character.")]
    public void A_wrong_type_is_named_with_its_place(string json, string complaint) =>
        Assert.Equal($"n.ipynb: {complaint} {Repair}", ErrorFor(json));

    private string ErrorFor(string json)
    {
        var path = folder.Write("n.ipynb", json);
        return Assert.Throws<UserError>(() => NotebookReader.Read(path, "n.ipynb")).Message;
    }
}
