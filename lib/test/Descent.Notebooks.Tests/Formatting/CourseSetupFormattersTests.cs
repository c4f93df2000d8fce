using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Descent.Notebooks.Tests.Formatting;

public sealed partial class CourseSetupFormattersTests
{
    private static readonly CourseSetup Setup = Course.Register();

    [Fact]
    public void Setup_comes_as_page_and_text() => Assert.Equal(["text/html", "text/plain"], Bundle.MimeTypes(Setup));

    [Fact]
    public void Text_says_that_the_course_is_ready() =>
        Assert.Equal("The course is ready; its charts need no network.", Bundle.Plain(Setup));

    [Fact]
    public void Page_says_the_same_above_its_script() =>
        Assert.StartsWith("<p>The course is ready; its charts need no network.</p><script>", Bundle.Html(Setup), StringComparison.Ordinal);

    [Fact]
    public void Page_carries_the_plotly_js_that_figures_are_made_for() =>
        Assert.Contains($"plotly.js v{Globals.PLOTLYJS_VERSION}\n", Unpacked(Bundle.Html(Setup))[..100], StringComparison.Ordinal);

    [Fact]
    public void Page_carries_all_of_plotly_js()
    {
        var resource = $"Plotly.NET.plotly-{Globals.PLOTLYJS_VERSION}.min.js";
        using var reader = new StreamReader(typeof(Plotly.NET.GenericChart).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        Assert.True(reader.ReadToEnd() == Unpacked(Bundle.Html(Setup)), "plotly.js was not unpacked as Plotly.NET brings it");
    }

    // Jupyter's servers drop what exceeds 1 MB a second over 3 seconds; the first charts of a lesson must fit in, too.
    [Fact]
    public void Page_is_small_enough_for_Jupyter_to_pass_it_on() => Assert.InRange(Bundle.Html(Setup).Length, 1_000_000, 1_600_000);

    [Fact]
    public void Page_has_one_script_and_asks_the_network_for_nothing()
    {
        var html = Packed().Replace(Bundle.Html(Setup), "");
        Assert.Equal(1, Regex.Count(html, "<script"));
        Assert.EndsWith("</script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("require", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_wait_for_the_names_that_the_setup_defines()
    {
        var (chart, setup) = (Bundle.Html(Figures.Curves(x => x, 0, 1, "Line")), Bundle.Html(Setup));
        Assert.Contains("window.descentPlotly().then(draw)", chart, StringComparison.Ordinal);
        Assert.Contains("window.addEventListener(\"descent-plotly\", ", chart, StringComparison.Ordinal);
        Assert.Contains("window.descentPlotly = () =>", setup, StringComparison.Ordinal);
        Assert.Contains("window.dispatchEvent(new Event(\"descent-plotly\"))", setup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_is_the_same_bytes_each_time() => Assert.Equal(Bundle.Html(Setup), Bundle.Html(Course.Register()));

    private static string Unpacked(string html)
    {
        var packed = Convert.FromBase64String(Packed().Match(html).Groups["text"].Value);
        using var reader = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("const packed = \"(?<text>[^\"]+)\";")]
    private static partial Regex Packed();
}
