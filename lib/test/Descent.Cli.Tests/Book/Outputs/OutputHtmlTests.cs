using Descent.Cli.Book.Outputs;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Book.Outputs;

public sealed class OutputHtmlTests
{
    private const string Chart = """{"data": [{"y": [1, 2], "name": "</script>"}], "layout": {"title": {"text": "A <b>bowl</b><br>& more"}, "width": 652}}""";

    [Fact]
    public void Text_is_text_whatever_it_looks_like() => Assert.Equal(
        "<pre class=\"output\" tabindex=\"0\">&lt;script&gt;alert(1)&lt;/script&gt;\nsecond</pre>",
        Html(new RecordedOutput.Stream("stdout", "<script>alert(1)</script>\r\nsecond\n")));

    [Fact]
    public void What_went_to_stderr_is_marked_and_loses_the_colours_of_a_terminal() => Assert.Equal(
        "<pre class=\"output warning\" tabindex=\"0\">careful</pre>",
        Html(new RecordedOutput.Stream("stderr", "\e[31mcareful\e[0m")));

    [Fact]
    public void A_long_text_is_there_in_full()
    {
        var text = string.Join('\n', Enumerable.Range(1, 2000).Select(line => $"line {line}"));

        Assert.Equal($"<pre class=\"output\" tabindex=\"0\">{text}</pre>", Html(new RecordedOutput.Stream("stdout", text)));
    }

    [Fact]
    public void An_error_shows_its_name_its_message_and_its_trace() => Assert.Equal(
        "<div class=\"error\"><p><strong>ArgumentException</strong>: a &lt; b</p><pre class=\"output\" tabindex=\"0\">   at cell 1\n   at cell 2</pre></div>",
        Html(new RecordedOutput.Error("ArgumentException", "a < b", ["   at cell 1", "   at cell 2"])));

    [Fact]
    public void A_table_keeps_its_shape_and_loses_its_scripts() => Assert.Equal(
        "<div class=\"output rich\"><table><tbody><tr><td style=\"text-align: right\">1</td></tr></tbody></table><img alt=\"dot\" src=\"data:image/png;base64,AQID\"></div>",
        Html(Value(
            ("text/html",
                "<style>td{color:red}</style><table><tr><td onclick=\"alert(1)\" style=\"text-align:right\">1</td></tr></table><script>alert(1)</script>"
                + "<img alt=\"dot\" src=\"data:image/png;base64,AQID\">"),
            ("text/plain", "1"))));

    [Theory]
    [InlineData("<img src=\"https://example.org/a.png\">", "<img>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">a</a>", "<a>a</a>")]
    [InlineData("<iframe src=\"data:image/png;base64,AQID\"></iframe>", "")]
    public void Nothing_in_a_table_loads_from_elsewhere(string html, string expected) =>
        Assert.Equal($"<div class=\"output rich\">{expected}</div>", Html(Value(("text/html", html))));

    [Fact]
    public void No_style_loads_from_elsewhere() => Assert.DoesNotContain(
        "example", Html(Value(("text/html", "<p style=\"background:url(https://example.org/a.png)\">a</p>"))), StringComparison.Ordinal);

    [Fact]
    public void A_chart_is_data_beside_its_place_and_tells_its_title() => Assert.Equal(
        """
        <figure><div class="chart" role="img" aria-label="A bowl &amp; more" style="max-width:652px;min-height:450px"></div>
        <script type="application/json">{"data":[{"y":[1,2],"name":"\u003C/script\u003E"}],"layout":{"title":{"text":"A \u003Cb\u003Ebowl\u003C/b\u003E\u003Cbr\u003E\u0026 more"},"width":652}}</script></figure>
        """,
        Html(Value(("application/vnd.plotly.v1+json", Chart), ("text/html", "<script>alert(1)</script>"), ("image/png", "AQID"), ("text/plain", "Figure"))));

    [Fact]
    public void A_chart_with_a_slider_is_more_than_a_picture_and_the_keyboard_gets_there() => Assert.StartsWith(
        "<figure><div class=\"chart\" role=\"group\" tabindex=\"0\" aria-label=\"Rates\" style=\"max-width:700px;min-height:600px\">",
        Html(Value(("application/vnd.plotly.v1+json", """{"data": [], "layout": {"title": "Rates", "height": 600, "sliders": []}}"""))),
        StringComparison.Ordinal);

    [Fact]
    public void A_chart_without_a_title_is_told_by_its_caption() => Assert.StartsWith(
        "<figure><div class=\"chart\" role=\"img\" aria-label=\"Figure 2. The path of x.\"",
        Html(Value(("application/vnd.plotly.v1+json", """{"data": []}""")), "Look.\n\n*Figure 2. The path of $x$.*"),
        StringComparison.Ordinal);

    [Fact]
    public void A_picture_is_told_by_its_caption_or_its_text()
    {
        var picture = Value(("image/png", "AQ\nID\n"), ("text/plain", "a picture of 28 × 28"));

        Assert.Equal("<figure><img src=\"data:image/png;base64,AQID\" alt=\"Figure 3. A five.\"></figure>", Html(picture, "*Figure 3. A five.*"));
        Assert.Equal("<figure><img src=\"data:image/png;base64,AQID\" alt=\"a picture of 28 &#215; 28\"></figure>", Html(picture));
    }

    [Theory]
    [InlineData("application/vnd.plotly.v1+json", "{}")]
    [InlineData("image/png", "AQID")]
    public void A_figure_that_says_nothing_is_an_error(string mimeType, string content) => Assert.Equal(
        "notebooks/01-a.ipynb, cell 1: a figure says nothing to a reader who does not see it. Give it a title or a caption. The book was not written.",
        Assert.Throws<UserError>(() => Html(Value((mimeType, content)))).Message);

    private static RecordedOutput.ExecuteResult Value(params (string MimeType, string Content)[] data) =>
        new(data.ToDictionary(item => item.MimeType, item => item.Content));

    private static string Html(RecordedOutput output, params string[] proseAfter)
    {
        NotebookCell[] cells =
        [
            TestNotebook.Code(1, "Show()"),
            .. proseAfter.Select((text, index) => new NotebookCell(index + 2, null, CellKind.Markdown, text, [])),
        ];
        return new OutputHtml(new Notebook("/nowhere/01-a.ipynb", "notebooks/01-a.ipynb", cells)).Of(cells[0], output).ReplaceLineEndings("\n");
    }
}
