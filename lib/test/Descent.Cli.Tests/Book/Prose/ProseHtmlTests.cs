using Descent.Cli.Book.Prose;
using Descent.Cli.CommandLine;
using Descent.Cli.Notebooks;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Book.Prose;

public sealed class ProseHtmlTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Formulas_stand_in_the_text_and_on_lines_of_their_own() => Assert.Equal(
        "<p>Take <math><mi>x</mi></math>\u2060. Now <math><mi>z</mi></math> too</p>\n<div class=\"formula\" tabindex=\"0\"><math display=\"block\"><mi>y</mi></math></div>\n",
        Html("Take $x$. Now $z$ too\n\n$$\ny\n$$"));

    [Fact]
    public void A_table_holds_formulas_and_text() => Assert.Equal(
        """
        <table>
        <thead>
        <tr>
        <th>rate <math><mi>η</mi></math></th>
        <th>a &lt; b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td><math><mn>1</mn></math></td>
        <td><strong>two</strong></td>
        </tr>
        </tbody>
        </table>

        """,
        Html("| rate $\\eta$ | a < b |\n| --- | --- |\n| $1$ | **two** |"));

    [Fact]
    public void Markup_in_the_prose_is_text() => Assert.Equal(
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n", Html("<script>alert(1)</script>"));

    [Fact]
    public void A_paragraph_that_begins_with_a_figure_is_a_caption() => Assert.Equal(
        "<p class=\"caption\"><em>Figure 1. A bowl.</em></p>\n<p><em>Now</em> the rest.</p>\n",
        Html("*Figure 1. A bowl.*\n\n*Now* the rest."));

    [Fact]
    public void Headings_get_anchors_that_differ()
    {
        var notebook = Notebook();
        var prose = new ProseHtml(notebook, new ProseLinks(notebook, [notebook]));

        Assert.Equal("<h1 id=\"1-what-is\">1. What is <math><mi>x</mi></math>\u2060?</h1>\n", prose.Of(Cell(1, "# 1. What is $x$?")));
        Assert.Equal("<h2 id=\"summary\">Summary</h2>\n", prose.Of(Cell(2, "## Summary")));
        Assert.Equal("<h2 id=\"summary-2\">Summary</h2>\n", prose.Of(Cell(3, "## Summary")));
        Assert.Equal(
            [
                new Heading(1, "1-what-is", "1. What is <math><mi>x</mi></math>\u2060?"),
                new Heading(2, "summary", "Summary"),
                new Heading(2, "summary-2", "Summary"),
            ],
            prose.Headings);
    }

    [Theory]
    [InlineData("[next](02-b.ipynb#summary)", "<p><a href=\"02-b.html#summary\">next</a></p>\n")]
    [InlineData("[up](#summary)", "<p><a href=\"#summary\">up</a></p>\n")]
    [InlineData("[web](https://example.org/a)", "<p><a href=\"https://example.org/a\">web</a></p>\n")]
    public void Links_lead_to_pages(string markdown, string expected) => Assert.Equal(expected, Html(markdown));

    [Fact]
    public void A_picture_goes_into_the_page()
    {
        File.WriteAllBytes(folder.File("dot.png"), [1, 2, 3]);

        Assert.Equal("<p><img src=\"data:image/png;base64,AQID\" alt=\"a dot\" /></p>\n", Html("![a dot](dot.png)"));
    }

    [Theory]
    [InlineData("$\\foo$",
        "a formula cannot be converted to MathML: \\foo is no command that the book knows, at character 1. Write it with the commands that "
        + "lib/src/Descent.Cli/Book/Mathematics/FormulaSymbols.cs lists, or add the one that is missing there.")]
    [InlineData("# About $\\foo$",
        "a formula cannot be converted to MathML: \\foo is no command that the book knows, at character 1. Write it with the commands that "
        + "lib/src/Descent.Cli/Book/Mathematics/FormulaSymbols.cs lists, or add the one that is missing there.")]
    [InlineData("[data](../data/README.md)",
        "the link to ../data/README.md leads out of the book. Name a lesson's file or a web address.")]
    [InlineData("[x](javascript:alert)",
        "the link to javascript:alert leads out of the book. Name a lesson's file or a web address.")]
    [InlineData("![](dot.png)",
        "the picture dot.png has no words for a reader who does not see it: ![words](file).")]
    public void What_cannot_go_into_the_book_is_named_with_its_cell(string markdown, string problem) => Assert.Equal(
        $"notebooks/01-a.ipynb, cell 1: {problem} The book was not written.",
        Assert.Throws<UserError>(() => Html(markdown)).Message);

    [Theory]
    [InlineData("![a](missing.png)")]
    [InlineData("![a](https://example.org/a.png)")]
    public void A_picture_that_is_not_there_is_named(string markdown) => Assert.StartsWith(
        $"notebooks/01-a.ipynb, cell 1: the picture {markdown[5..^1]} was not found.",
        Assert.Throws<UserError>(() => Html(markdown)).Message,
        StringComparison.Ordinal);

    private string Html(string markdown)
    {
        var notebook = Notebook();
        return new ProseHtml(notebook, new ProseLinks(notebook, [notebook, notebook with { Path = folder.File("02-b.ipynb") }])).Of(Cell(1, markdown));
    }

    private Notebook Notebook() => new(folder.File("01-a.ipynb"), "notebooks/01-a.ipynb", []);

    private static NotebookCell Cell(int number, string markdown) => new(number, null, CellKind.Markdown, markdown, []);
}
