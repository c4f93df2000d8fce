using System.Text;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Saved;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Saved;

public sealed class SavedLessonReaderTests
{
    [Fact]
    public void Text_may_be_a_string_or_lines_and_base64_may_be_broken()
    {
        var outputs = Read(
            """
            [{"output_type": "stream", "name": "stdout", "text": "one\ntwo"},
             {"output_type": "display_data", "data": {"image/png": ["AQ\n", "ID\n"], "text/plain": ["a\n", "b"]}}]
            """).Outputs;

        Assert.Equal(TestOutput.Text("one\ntwo"), outputs[0]);
        Assert.Equal(
            new Dictionary<string, string> { ["image/png"] = "AQID", ["text/plain"] = "a\nb" },
            Assert.IsType<RecordedOutput.DisplayData>(outputs[1]).Data);
    }

    [Fact]
    public void A_figure_is_the_same_however_a_program_wrote_its_JSON() => Assert.Equal(
        """{"data":[1E-05],"layout":{}}""",
        Assert.IsType<RecordedOutput.ExecuteResult>(Assert.Single(Read(
            """[{"output_type": "execute_result", "data": {"application/vnd.plotly.v1+json": {"layout": {}, "data": [1e-05]}}}]""").Outputs)).Figure);

    [Fact]
    public void A_cell_that_was_never_run_makes_its_lesson_incomplete()
    {
        Assert.False(Lesson("[]", "null").IsComplete);
        Assert.True(Lesson("[]", "3").IsComplete);
    }

    [Theory]
    [InlineData("{}", "\"outputs\" of cell 1: expected a list (the cell's outputs), found an object.")]
    [InlineData("""[{"output_type": "sound"}]""", "\"output_type\" of item 1 of \"outputs\" of cell 1: expected \"stream\", \"display_data\", \"execute_result\" or \"error\", found \"sound\".")]
    [InlineData("""[{"output_type": "stream", "name": "stdout", "text": 1}]""", "\"text\" of item 1 of \"outputs\" of cell 1: expected a string or a list of strings (what was written), found the number 1.")]
    public void An_output_that_is_none_is_named(string outputs, string problem) => Assert.Equal(
        $"n.ipynb: {problem} Repair the file, or save it again from Jupyter or VS Code.",
        Assert.Throws<UserError>(() => Read(outputs)).Message);

    private static SavedCell Read(string outputs) => Lesson(outputs, "1").Cells[1];

    private static SavedLesson Lesson(string outputs, string count) => SavedLessonReader.Parse(
        new Notebook("/nowhere/n.ipynb", "n.ipynb", [TestNotebook.Code(1, "1")]),
        Encoding.UTF8.GetBytes($$"""{"cells": [{"cell_type": "code", "execution_count": {{count}}, "outputs": {{outputs}}, "source": "1"}], "nbformat": 4}"""));
}
