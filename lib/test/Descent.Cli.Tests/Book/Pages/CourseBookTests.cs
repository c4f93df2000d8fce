using System.Text;
using System.Text.RegularExpressions;
using Descent.Cli.Book;
using Descent.Cli.Book.Exercises;
using Descent.Cli.Notebooks;
using Descent.Cli.Outputs;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Book.Pages;

public sealed partial class CourseBookTests
{
    private static readonly Dictionary<string, ExerciseHelp> Help = new()
    {
        ["1.1"] = new(["Think of <b>.", "Add one."], "int two = 1 + 1;"),
    };

    [Fact]
    public void There_is_a_page_for_the_contents_and_one_for_each_lesson() =>
        Assert.Equal(["index.html", "01-a.html", "02-b.html"], Pages().Keys);

    [Fact]
    public void The_contents_list_every_lesson_with_its_sections() => Assert.Contains(
        """
        <section><h2><a href="01-a.html">1. First &amp; <math><mi>x</mi></math></a></h2>
        <ul><li><a href="01-a.html#how">How?</a></li><li><a href="01-a.html#exercises">Exercises</a></li></ul></section>
        <section><h2><a href="02-b.html">2. Second</a></h2>
        <ul></ul></section>
        """,
        Pages()["index.html"],
        StringComparison.Ordinal);

    [Fact]
    public void A_lesson_shows_prose_code_outputs_and_folded_help_in_order()
    {
        var page = Pages()["01-a.html"];

        Assert.Contains("<title>1. First &amp; x</title>", page, StringComparison.Ordinal);
        Assert.Contains(
            """
            <h1 id="1-first">1. First &amp; <math><mi>x</mi></math></h1>
            <h2 id="how">How?</h2>
            <div class="cell">
            <p class="tag">parameters</p>
            <div class="code" tabindex="0" role="region" aria-label="Code of cell 3"><div class="csharp"><pre>
            <span class="keyword">var</span> a = <span class="string">&quot;&lt;script&gt;&quot;</span>;
            </pre></div></div>
            <pre class="output" tabindex="0">&lt;/pre&gt;&lt;script&gt;</pre>
            </div>
            <h2 id="exercises">Exercises</h2>
            <div class="cell">
            """,
            page,
            StringComparison.Ordinal);
        Assert.Contains("<details class=\"fold\"><summary>Exercise 1.1, hint 1 of 2</summary>\n<p>Think of &lt;b&gt;.</p>\n</details>\n", page, StringComparison.Ordinal);
        Assert.Contains("<details class=\"fold\"><summary>Exercise 1.1, a solution</summary>\n<div class=\"code\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<details class=\"fold\" open", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Lessons_lead_to_their_neighbours()
    {
        var pages = Pages();

        Assert.Contains("<span></span>\n<a href=\"index.html\">Contents</a>\n<a rel=\"next\" href=\"02-b.html\">Next: 2. Second</a>", pages["01-a.html"], StringComparison.Ordinal);
        Assert.Contains("<a rel=\"prev\" href=\"01-a.html\">Previous: 1. First &amp; <math><mi>x</mi></math></a>\n<a href=\"index.html\">Contents</a>\n<span></span>", pages["02-b.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_page_with_charts_loads_the_script_that_draws_them()
    {
        var pages = Pages();

        Assert.DoesNotContain("plotly.min.js", pages["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("plotly.min.js", pages["01-a.html"], StringComparison.Ordinal);
        Assert.Contains("<script defer src=\"assets/plotly.min.js\"></script>", pages["02-b.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_leads_to_a_page_and_an_anchor_that_exist()
    {
        var pages = Pages();
        foreach (var (name, html) in pages)
        {
            foreach (var link in Link().Matches(html).Select(match => match.Groups["address"].Value.Split('#')))
            {
                var target = link[0].Length == 0 ? name : link[0];
                Assert.Contains(target, pages.Keys);
                if (link.Length > 1)
                    Assert.Contains($"id=\"{link[1]}\"", pages[target], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void No_page_loads_anything_from_elsewhere() => Assert.All(Pages().Values, page =>
    {
        Assert.All(
            Loaded().Matches(page).Select(match => match.Groups["address"].Value),
            address => Assert.StartsWith("assets/", address, StringComparison.Ordinal));
        Assert.Contains("content=\"default-src 'none'; ", page, StringComparison.Ordinal);
    });

    [Fact]
    public void A_reader_at_the_keyboard_can_skip_to_the_content() => Assert.All(Pages().Values, page =>
        Assert.Matches("<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n(?s:.*)<main id=\"content\" tabindex=\"-1\">", page));

    private static Dictionary<string, string> Pages()
    {
        var first = new Notebook("/nowhere/01-a.ipynb", "notebooks/01-a.ipynb",
        [
            Prose(1, "# 1. First & $x$"),
            Prose(2, "## How?"),
            TestNotebook.Code(3, "var a = \"<script>\";", NotebookCell.ParametersTag),
            TestNotebook.Code(4, "  "),
            Prose(5, "## Exercises"),
            TestNotebook.Code(6, "Exercise.Check(\"1.1\", null)"),
        ]);
        var second = new Notebook("/nowhere/02-b.ipynb", "notebooks/02-b.ipynb", [Prose(1, "# 2. Second"), TestNotebook.Code(2, "Draw()")]);
        ExecutedLesson[] lessons =
        [
            new(first, new Dictionary<int, IReadOnlyList<RecordedOutput>> { [3] = [new RecordedOutput.Stream("stdout", "</pre><script>\n")] }),
            new(second, new Dictionary<int, IReadOnlyList<RecordedOutput>>
            {
                [2] = [new RecordedOutput.ExecuteResult(new Dictionary<string, string>
                {
                    ["application/vnd.plotly.v1+json"] = """{"data": [], "layout": {"title": "A bowl"}}""",
                })],
            }),
        ];
        return CourseBook.Pages(lessons, Help)
            .ToDictionary(file => file.Name, file => Encoding.UTF8.GetString(file.Content).ReplaceLineEndings("\n"));
    }

    private static NotebookCell Prose(int number, string markdown) => new(number, null, CellKind.Markdown, markdown, []);

    [GeneratedRegex("<a [^>]*href=\"(?<address>[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<(script|link|img|iframe)[^>]*(src|href)=\"(?<address>[^\"]*)\"")]
    private static partial Regex Loaded();
}
