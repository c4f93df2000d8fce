using System.IO.Compression;
using Descent.Cli.Checking;
using Descent.Cli.Figures;
using Descent.Cli.Outputs;
using Descent.Cli.Saved;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Checking;

public sealed class OutputComparisonTests
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    [Fact]
    public void Equal_text_has_no_difference() => Assert.Null(First([TestOutput.Text("loss 0.1\n")], [TestOutput.Text("loss 0.1\n")]));

    [Fact]
    public void One_character_of_text_is_found_with_its_line() => Assert.Equal(
        new Difference("output 2, stdout, line 2", "loss 0.10", "loss 0.11"),
        First([Table("1"), TestOutput.Text("a\nloss 0.10\nb")], [Table("1"), TestOutput.Text("a\nloss 0.11\nb")]));

    [Fact]
    public void A_line_too_many_is_found() => Assert.Equal(
        new Difference("output 1, stdout, line 2", "(the text ends here)", "b"), First([TestOutput.Text("a")], [TestOutput.Text("a\nb")]));

    [Fact]
    public void Of_a_long_line_the_part_that_differs_is_shown()
    {
        var difference = First([TestOutput.Text(new string('a', 500) + "X" + new string('b', 500))], [TestOutput.Text(new string('a', 500) + "Y" + new string('b', 500))]);

        Assert.Equal($"…{new string('a', 40)}X{new string('b', 79)}…", difference!.Saved);
        Assert.Equal($"…{new string('a', 40)}Y{new string('b', 79)}…", difference.Now);
    }

    [Fact]
    public void An_error_is_compared_with_its_trace() => Assert.Equal(
        new Difference("output 1, the error, line 2", "at cell 1", "at cell 2"),
        First([new RecordedOutput.Error("E", "m", ["at cell 1"])], [new RecordedOutput.Error("E", "m", ["at cell 2"])]));

    [Fact]
    public void Another_kind_of_output_is_found() => Assert.Equal(
        new Difference("the kinds of its outputs", "stdout", "stdout; value as text/html, text/plain"), First([TestOutput.Text("a")], [TestOutput.Text("a"), Table("1")]));

    [Theory]
    [InlineData("""{"data":[{"y":[1,2.5]}]}""", "data[0].y[1]", "2.25")]
    [InlineData("""{"data":[{"y":[1,2.2500001]}]}""", "data[0].y[1]", "2.25")]
    [InlineData("""{"data":[{"y":[1]}]}""", "data[0].y", "2 items")]
    [InlineData("""{"data":[{"y":[1,2.25],"name":"a"}]}""", "data[0].name", "(nothing)")]
    [InlineData("""{"data":[{"x":[1,2.25]}]}""", "data[0].x", "(nothing)")]
    [InlineData("""{"data":[{"y":[1,"2.25"]}]}""", "data[0].y[1]", "2.25")]
    [InlineData("""{"data":[]}""", "data", "1 items")]
    public void One_value_of_a_figure_is_found_with_its_place(string figure, string path, string saved)
    {
        var difference = First([Chart("""{"data":[{"y":[1,2.25]}]}""")], [Shown(figure)]);

        Assert.Equal(($"output 1, {Plotly}, {path}", saved), (difference!.Where, difference.Saved));
    }

    [Theory]
    [InlineData("1", "1.0000000009")]
    [InlineData("1e-20", "1.0000000009e-20")]
    [InlineData("0", "-0.0")]
    public void Numbers_of_a_figure_may_differ_by_a_billionth(string saved, string now) =>
        Assert.Null(First([Chart($$"""{"data":[{{saved}}]}""")], [Shown($$"""{"data":[{{now}}]}""")]));

    [Theory]
    [InlineData("1", "1.000000002")]
    [InlineData("0", "1e-20")]
    public void Numbers_of_a_figure_that_are_further_apart_differ(string saved, string now) =>
        Assert.NotNull(First([Chart($$"""{"data":[{{saved}}]}""")], [Shown($$"""{"data":[{{now}}]}""")]));

    [Fact]
    public void A_figure_without_its_picture_is_found()
    {
        var withoutPicture = SavedForm.Of([TestOutput.Chart("""{"data":[1]}""")]);

        Assert.Equal(
            new Difference("the kinds of its outputs", $"value as {Plotly}, text/plain", $"value as {Plotly}, image/png, text/plain"),
            First([((RecordedOutput.Bundle)withoutPicture[0]) with { PictureOf = "abc" }], withoutPicture));
        Assert.NotNull(First(withoutPicture, withoutPicture));
    }

    [Fact]
    public void A_picture_of_another_figure_is_found_even_where_only_kinds_are_compared()
    {
        var old = (RecordedOutput.Bundle)Chart("""{"data":[1]}""") with { PictureOf = FigureHash.Of("""{"data":[2]}""") };

        var expected = new Difference("output 1, image/png", "a picture of another figure", "a picture of the figure beside it");
        Assert.Equal(expected, First([old], [Shown("""{"data":[1]}""")]));
        Assert.Equal(expected, First([old], [Shown("""{"data":[1]}""")], "varies"));
    }

    [Fact]
    public void A_cell_that_varies_is_compared_by_kinds_alone()
    {
        Assert.Null(First([TestOutput.Text("12 ms"), Chart("""{"data":[1]}""")], [TestOutput.Text("13 ms"), Shown("""{"data":[2]}""")], "varies"));
        Assert.NotNull(First([TestOutput.Text("12 ms")], [TestOutput.Text("13 ms"), Table("1")], "varies"));
    }

    [Fact]
    public void A_picture_of_pixels_is_compared_by_its_pixels_and_not_by_how_they_are_packed()
    {
        var (tight, loose, other) = (Png(CompressionLevel.SmallestSize, 1), Png(CompressionLevel.NoCompression, 1), Png(CompressionLevel.SmallestSize, 2));
        Assert.NotEqual(tight, loose);

        Assert.Null(First([Picture(tight)], [Picture(loose)]));
        Assert.NotNull(First([Picture(tight)], [Picture(other)]));
        Assert.Null(First([Markup(tight)], [Markup(loose)]));
        Assert.NotNull(First([Markup(tight)], [Markup(other)]));
        Assert.NotNull(First([Picture("AQID")], [Picture("AQIE")]));
    }

    private static Difference? First(IReadOnlyList<RecordedOutput> saved, IReadOnlyList<RecordedOutput> now, params string[] tags) =>
        OutputComparison.First(TestNotebook.Code(1, "1", tags), saved, now);

    private static RecordedOutput.ExecuteResult Table(string text) => TestOutput.Value(("text/html", $"<b>{text}</b>"), ("text/plain", text));

    private static RecordedOutput Shown(string figure) => SavedForm.Of([TestOutput.Chart(figure)])[0];

    private static RecordedOutput.Bundle Chart(string figure)
    {
        var shown = (RecordedOutput.Bundle)Shown(figure);
        return shown with
        {
            Data = new Dictionary<string, string>(shown.Data) { ["image/png"] = Convert.ToBase64String(PaintedFigures.Picture) },
            PictureOf = FigureHash.Of(shown.Figure!),
        };
    }

    private static RecordedOutput.ExecuteResult Picture(string base64) => TestOutput.Value(("image/png", base64), ("text/plain", "a picture"));

    private static RecordedOutput.ExecuteResult Markup(string base64) => TestOutput.Value(("text/html", $"<img src=\"data:image/png;base64,{base64}\"/>"));

    // One row of grey pixels, without checksums, which nothing here looks at.
    private static string Png(CompressionLevel level, byte pixel)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, level))
            stream.Write([0, .. Enumerable.Repeat(pixel, 100)]);
        byte[] header = [0, 0, 0, 100, 0, 0, 0, 1, 8, 0, 0, 0, 0];
        return Convert.ToBase64String(
            [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])]);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data) => [0, 0, 0, (byte)data.Length, .. name, .. data, 0, 0, 0, 0];
}
