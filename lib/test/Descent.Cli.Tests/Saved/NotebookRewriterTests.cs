using System.Text;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Saved;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Saved;

public sealed class NotebookRewriterTests
{
    private const string Notebook =
        """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "title",
           "metadata": {},
           "source": [
            "# 损失 <x₀> & \"more\" 𝑥\n"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "a",
           "metadata": {
            "tags": [
             "varies"
            ]
           },
           "outputs": [],
           "source": "1"
          }
         ],
         "metadata": {
          "zoom": 1.50
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void What_has_no_outputs_stays_as_it_was_to_the_last_byte() =>
        Assert.Equal(Notebook, Rewrite(Notebook, SavedCell.NeverRun));

    [Fact]
    public void Characters_stay_as_they_are_and_only_what_JSON_forbids_is_escaped()
    {
        const string text = "𝑥 \u00a0 \u2028 \\uD835\\uDC65 \\\\u2028 \u001b[31m \u007f é";

        Assert.Contains(
            "\"𝑥 \u00a0 \u2028 \\\\uD835\\\\uDC65 \\\\\\\\u2028 \\u001B[31m \\u007F é\"",
            Rewrite(Notebook, new SavedCell(1, [TestOutput.Text(text)])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_output_is_laid_out_as_Jupyter_does()
    {
        var text = Rewrite(Notebook, new SavedCell(1,
        [
            TestOutput.Text("one\ntwo"),
            new RecordedOutput.DisplayData(new Dictionary<string, string> { ["text/plain"] = "p", ["image/png"] = "AQID" }),
            TestOutput.Value(("text/html", "<b>\n</b>\n")),
            new RecordedOutput.Error("E", "wrong", ["   at cell 1"]),
            TestOutput.Value(("application/vnd.plotly.v1+json", "{\"data\":[0.1]}"), ("image/png", Convert.ToBase64String(PaintedFigures.Picture)))
                with { PictureOf = "abc" },
        ]));

        var expected =
            $$"""
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "one\n",
                  "two"
                 ]
                },
                {
                 "data": {
                  "image/png": "AQID",
                  "text/plain": [
                   "p"
                  ]
                 },
                 "metadata": {},
                 "output_type": "display_data"
                },
                {
                 "data": {
                  "text/html": [
                   "<b>\n",
                   "</b>\n"
                  ]
                 },
                 "execution_count": 1,
                 "metadata": {},
                 "output_type": "execute_result"
                },
                {
                 "ename": "E",
                 "evalue": "wrong",
                 "output_type": "error",
                 "traceback": [
                  "   at cell 1"
                 ]
                },
                {
                 "data": {
                  "application/vnd.plotly.v1+json": {
                   "data": [
                    0.1
                   ]
                  },
                  "image/png": "{{Convert.ToBase64String(PaintedFigures.Picture)}}"
                 },
                 "execution_count": 1,
                 "metadata": {
                  "image/png": {
                   "figure": "abc",
                   "height": 1,
                   "width": 1
                  }
                 },
                 "output_type": "execute_result"
                }
               ],
            """;
        Assert.Equal(
            Notebook.Replace("   \"outputs\": [],", expected, StringComparison.Ordinal).Replace("\"execution_count\": null", "\"execution_count\": 1", StringComparison.Ordinal),
            text);
    }

    [Fact]
    public void A_cell_without_the_fields_gets_them() => Assert.Contains(
        """
           "source": "1",
           "execution_count": 2,
           "outputs": []
        """,
        Rewrite("""{"cells": [{"cell_type": "markdown", "source": ""}, {"cell_type": "code", "source": "1"}], "nbformat": 4}""", new SavedCell(2, [])),
        StringComparison.Ordinal);

    [Fact]
    public void What_was_written_is_read_back()
    {
        RecordedOutput.Bundle chart = TestOutput.Value(("application/vnd.plotly.v1+json", "{\"data\":[0.1]}"), ("image/png", Convert.ToBase64String(PaintedFigures.Picture)));
        var text = Rewrite(Notebook, new SavedCell(7, [TestOutput.Text("one\ntwo"), chart with { PictureOf = "abc" }]));

        var cell = SavedLessonReader.Parse(Lesson, Encoding.UTF8.GetBytes(text)).Cells[2];

        Assert.Equal(7, cell.ExecutionCount);
        Assert.Equal(TestOutput.Text("one\ntwo"), cell.Outputs[0]);
        var read = Assert.IsType<RecordedOutput.ExecuteResult>(cell.Outputs[1]);
        Assert.Equal(chart.Data, read.Data);
        Assert.Equal("abc", read.PictureOf);
    }

    private static Notebook Lesson => new(
        "/nowhere/n.ipynb", "n.ipynb", [new NotebookCell(1, "title", CellKind.Markdown, "", []), TestNotebook.Code(2, "1")]);

    private static string Rewrite(string notebook, SavedCell cell) => Encoding.UTF8.GetString(
        NotebookRewriter.Rewrite(Encoding.UTF8.GetBytes(notebook), "n.ipynb", new Dictionary<int, SavedCell> { [2] = cell }));
}
