using Descent.Cli.Checking;
using Descent.Cli.Figures;
using Descent.Cli.Outputs;
using Descent.Cli.Saved;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Checking;

public sealed class CommonFormsTests
{
    private const string Figure = """{"data":[{"y":[1,2.25]}]}""";

    [Fact]
    public void A_value_is_compared_in_the_forms_that_both_engines_have()
    {
        var saved = TestOutput.Value(("text/html", "<b>1</b>"), ("text/plain", "1"));

        Assert.Null(First([saved], [TestOutput.Value(("text/html", "<b>1</b>"))]));
        Assert.Null(First([saved], [TestOutput.Value(("text/plain", "1"), ("text/markdown", "*1*"))]));
        Assert.Equal(new Difference("output 1, text/html, line 1", "<b>1</b>", "<b>2</b>"), First([saved], [TestOutput.Value(("text/html", "<b>2</b>"))]));
        Assert.Equal(
            new Difference("output 1, text/plain, line 1", "1", "2"), First([saved], [TestOutput.Value(("text/html", "<b>1</b>"), ("text/plain", "2"))]));
    }

    [Fact]
    public void A_value_without_a_common_form_differs() => Assert.Equal(
        new Difference("the forms of output 2", "text/html", "text/plain"),
        First([TestOutput.Text("a"), TestOutput.Value(("text/html", "<b>1</b>"))], [TestOutput.Text("a"), TestOutput.Value(("text/plain", "1"))]));

    [Fact]
    public void A_figure_is_compared_number_by_number_and_its_picture_with_the_figure_beside_it()
    {
        Assert.Null(First([Saved(Figure)], [Shown(Figure)]));
        Assert.Null(First([Saved(Figure)], [Shown("""{"data":[{"y":[1,2.2500000000000004]}]}""")]));
        Assert.Equal(
            new Difference($"output 1, {MimeTypes.Plotly}, data[0].y[1]", "2.25", "2.26"), First([Saved(Figure)], [Shown("""{"data":[{"y":[1,2.26]}]}""")]));
        Assert.Equal(
            new Difference($"output 1, {MimeTypes.Png}", "a picture of another figure", "a picture of the figure beside it"),
            First([Saved(Figure) with { PictureOf = "another" }], [Shown(Figure)]));
    }

    [Fact]
    public void A_figure_that_is_none_in_the_other_engine_differs_though_its_text_agrees()
    {
        const string forms = "application/vnd.plotly.v1+json, image/png, text/plain";

        Assert.Equal(new Difference("the forms of output 1", forms, "text/plain"), First([Saved(Figure)], [TestOutput.Value(("text/plain", "Figure"))]));
        Assert.Equal(
            new Difference("the forms of output 1", "text/plain", "application/vnd.plotly.v1+json, text/plain"),
            First([TestOutput.Value(("text/plain", "Figure"))], [Shown(Figure)]));
    }

    [Fact]
    public void An_error_is_compared_without_its_trace()
    {
        var saved = new RecordedOutput.Error("System.Exception", "m", ["at cell 1, line 1: f()"]);

        Assert.Null(First([saved], [saved with { Trace = ["   at Submission#1.F()"] }]));
        Assert.Equal(new Difference("output 1, the error, line 1", "m", "n"), First([saved], [saved with { Message = "n" }]));
        Assert.Equal(new Difference("the kinds of its outputs", "error System.Exception", "error E"), First([saved], [saved with { Name = "E" }]));
    }

    [Fact]
    public void Other_kinds_and_other_counts_are_found()
    {
        var value = TestOutput.Value(("text/plain", "1"));

        Assert.Equal(new Difference("the kinds of its outputs", "stdout", "stderr"), First([TestOutput.Text("a")], [new RecordedOutput.Stream("stderr", "a")]));
        Assert.Equal(new Difference("the kinds of its outputs", "value as text/plain", "display of text/plain"), First([value], [new RecordedOutput.DisplayData(value.Data)]));
        Assert.Equal(new Difference("the kinds of its outputs", "stdout", "stdout; stderr"), First([TestOutput.Text("a")], [TestOutput.Text("a"), new RecordedOutput.Stream("stderr", "a")]));
        Assert.Equal(new Difference("output 1, stdout, line 1", "a", "b"), First([TestOutput.Text("a")], [TestOutput.Text("b")]));
    }

    [Fact]
    public void What_varies_must_have_the_same_kinds()
    {
        Assert.Null(First([TestOutput.Text("12 ms")], [TestOutput.Text("13 ms")], "varies"));
        Assert.NotNull(First([TestOutput.Text("12 ms")], [], "varies"));
    }

    private static Difference? First(IReadOnlyList<RecordedOutput> saved, IReadOnlyList<RecordedOutput> now, params string[] tags) =>
        CommonForms.FirstDifference(TestNotebook.Code(1, "1", tags), saved, now);

    private static RecordedOutput.Bundle Shown(string figure) => (RecordedOutput.Bundle)SavedForm.Of([TestOutput.Chart(figure)])[0];

    private static RecordedOutput.Bundle Saved(string figure)
    {
        var shown = Shown(figure);
        return shown with { Data = new Dictionary<string, string>(shown.Data) { [MimeTypes.Png] = "iVBORw0KGgo=" }, PictureOf = FigureHash.Of(shown.Figure!) };
    }
}
