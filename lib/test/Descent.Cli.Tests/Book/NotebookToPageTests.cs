using System.Text;
using System.Text.Json;
using Descent.Cli.Book;
using Descent.Cli.Book.Exercises;
using Descent.Cli.Notebooks;
using Descent.Cli.Running;
using Descent.Cli.Saved;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Book;

/// <summary>The whole way: a notebook is run, its outputs are written into it, the file is read again, and its page is made.</summary>
public sealed class NotebookToPageTests(NotebookToPageTests.WrittenNotebook notebook) : IClassFixture<NotebookToPageTests.WrittenNotebook>
{
    [Fact]
    public void A_formula() => Assert.Contains(
        "<p>The loss is <math><mi>L</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", notebook.Page, StringComparison.Ordinal);

    [Fact]
    public void A_table() => Assert.Contains("<div class=\"output rich\"><table><tbody><tr><td>0.0975</td></tr></tbody></table></div>", notebook.Page, StringComparison.Ordinal);

    [Fact]
    public void An_image() =>
        Assert.Contains($"<figure><img src=\"data:image/png;base64,{WrittenNotebook.Dot}\" alt=\"a dot\"></figure>", notebook.Page, StringComparison.Ordinal);

    [Fact]
    public void A_chart()
    {
        Assert.Contains(
            """
            <figure><div class="chart" role="img" aria-label="A bowl" style="max-width:300px;min-height:450px"></div>
            <script type="application/json">{"data":[{"y":[1,2]}],"layout":{"title":{"text":"A bowl"},"width":300}}</script></figure>
            """,
            notebook.Page,
            StringComparison.Ordinal);
        Assert.Contains("assets/plotly.min.js", notebook.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>draw()", notebook.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error() => Assert.Contains(
        "<div class=\"error\"><p><strong>System.ArgumentException</strong>: a &lt; b</p><pre class=\"output\" tabindex=\"0\">   at cell 6, line 1: throw new ArgumentException(&quot;a &lt; b&quot;);</pre></div>",
        notebook.Page,
        StringComparison.Ordinal);

    [Fact]
    public void A_long_text() => Assert.Contains(
        $"<pre class=\"output\" tabindex=\"0\">{string.Join('\n', Enumerable.Range(1, 3000).Select(line => $"line {line}"))}</pre>",
        notebook.Page,
        StringComparison.Ordinal);

    /// <summary>A notebook with a cell for each, run once for all tests.</summary>
    public sealed class WrittenNotebook : IAsyncLifetime
    {
        public const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB4iG8MwAAAABJRU5ErkJggg==";

        private const string Formatters =
            """"
            record Table;
            Formatter.Register<Table>(_ => "<table><tr><td>0.0975</td></tr></table>", "text/html");
            Formatter.SetPreferredMimeTypesFor(typeof(Table), "text/html");
            record Dot;
            Formatter.Register<Dot>(_ => "DOT", "image/png");
            Formatter.Register<Dot>(_ => "a dot", "text/plain");
            Formatter.SetPreferredMimeTypesFor(typeof(Dot), "image/png");
            record Chart;
            Formatter.Register<Chart>(_ => """{"layout": {"width": 300, "title": {"text": "A bowl"}}, "data": [{"y": [1.0, 2.0]}]}""", "application/vnd.plotly.v1+json");
            Formatter.Register<Chart>(_ => "<script>draw()</script>", "text/html");
            Formatter.SetPreferredMimeTypesFor(typeof(Chart), "application/vnd.plotly.v1+json", "text/html");
            """";

        private readonly TemporaryFolder folder = new();

        public string Page { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            var path = folder.Write("01-kinds.ipynb", Text());
            var result = await new CourseRunner(new RunOptions()).RunAsync([NotebookReader.Read(path, path)], new NoProgress(), CancellationToken.None);
            Assert.Equal(0, result.Errors);
            await new LessonWriter(new PaintedFigures(), TextWriter.Null).WriteAsync(result, CancellationToken.None);

            var lesson = ExecutedLesson.From(SavedLessonReader.Read(NotebookReader.Read(path, path)));
            Page = Encoding.UTF8.GetString(CourseBook.Pages([lesson], new Dictionary<string, ExerciseHelp>()).Single(file => file.Name == "01-kinds.html").Content)
                .ReplaceLineEndings("\n");
        }

        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }

        private static string Text() => JsonSerializer.Serialize(new
        {
            cells = new[]
            {
                Cell("markdown", "The loss is $L = \\frac{1}{2}$."),
                Cell("code", Formatters.Replace("DOT", Dot, StringComparison.Ordinal)),
                Cell("code", "new Table()"),
                Cell("code", "new Dot()"),
                Cell("code", "new Chart()"),
                Cell("code", "throw new ArgumentException(\"a < b\");", NotebookCell.RaisesExceptionTag),
                Cell("code", "for (var line = 1; line <= 3000; line++) Console.WriteLine($\"line {line}\");"),
            },
            nbformat = 4,
        });

        private static object Cell(string type, string source, params string[] tags) => new { cell_type = type, metadata = new { tags }, source };
    }

    private sealed class NoProgress : IRunProgress
    {
        public void LessonStarted(int lesson)
        {
        }

        public void CellStarted(int lesson, int position)
        {
        }

        public void LessonFinished(int lesson, LessonResult result)
        {
        }
    }
}
