using System.Text.Json;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Kernel;

/// <summary>Completion, inspection and completeness through the kernel. A bar in the code marks the cursor.</summary>
public sealed class KernelEditingHelpTests : IClassFixture<KernelProcess>
{
    private readonly KernelProcess kernel;

    public KernelEditingHelpTests(KernelProcess kernel)
    {
        this.kernel = kernel;
        kernel.LoadCourse();
        kernel.RunOnce("int learningSteps = 3; record Corner(double Across, double Up); var corner = new Corner(1, 2);");
    }

    [Theory]
    [InlineData("Math.Sqr|", 5, 8, "Sqrt", "method")]
    [InlineData("var s = \"😀😀\"; Math.Sqr|", 19, 22, "Sqrt", "method")]
    [InlineData("var s = \"😀\"; Math.Sqr| + 1; // 😀", 18, 21, "Sqrt", "method")]
    [InlineData("new[] { 1 }.SelectM|", 12, 19, "SelectMany", "extensionmethod")]
    [InlineData("learningSt|", 0, 10, "learningSteps", "field")]
    [InlineData("corner.Acr|", 7, 10, "Across", "property")]
    [InlineData("Losses.Cross|", 7, 12, "CrossEntropy", "method")]
    [InlineData("Chart.Scat|", 6, 10, "Scatter", "method")]
    [InlineData("MathNet.Numerics.Differentiate.FirstDer|", 31, 39, "FirstDerivative", "method")]
    [InlineData("#r \"nuget: MathNet.Numerics, 5|", 29, 30, "5.0.0", "package")]
    [InlineData("#r \"../lib/bin/Descent.Note|", 15, 27, "Descent.Notebooks.dll", "file")]
    public void Completion_proposes_what_fits_and_replaces_what_was_typed(string code, int start, int end, string match, string type)
    {
        var reply = Ask("complete_request", code);
        Assert.Equal(("ok", match), (reply.GetProperty("status").GetString(), reply.GetProperty("matches")[0].GetString()));
        Assert.Equal((start, end), (reply.GetProperty("cursor_start").GetInt32(), reply.GetProperty("cursor_end").GetInt32()));
        var typed = reply.GetProperty("metadata").GetProperty("_jupyter_types_experimental")[0];
        Assert.Equal($$"""{"text":"{{match}}","type":"{{type}}","start":{{start}},"end":{{end}}}""", typed.GetRawText());
    }

    [Fact]
    public void Completion_lists_the_names_of_packages_on_this_machine()
    {
        var reply = Ask("complete_request", "#r \"nuget: plotly.net.c|");
        Assert.Equal("""["plotly.net.csharp"]""", reply.GetProperty("matches").GetRawText());
        Assert.Equal((11, 23), (reply.GetProperty("cursor_start").GetInt32(), reply.GetProperty("cursor_end").GetInt32()));
    }

    [Theory]
    [InlineData("MathNet.Numerics.Differentiate.FirstDer|ivative(x => x, 1)", "Differentiate.FirstDerivative(Func<double, double> f, double x)", "Evaluates the first derivative of a scalar univariate function.")]
    [InlineData("/* 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 */ MathNet.Numerics.Differentiate.FirstDer|ivative(x => x, 1)", "Differentiate.FirstDerivative(Func<double, double> f, double x)", "Evaluates the first derivative of a scalar univariate function.")]
    [InlineData("Chart.Line<int, int, string>|", "Chart.Line<", "Creates a Line chart")]
    [InlineData("Plotly.NET.GenericChart.toJ|son(null)", "GenericChart.toJson(Plotly.NET.GenericChart", "Serializes a GenericChart to a JSON string")]
    [InlineData("Losses.Cross|Entropy(y, t)", "Losses.CrossEntropy(Tensor", "cross-entropy")]
    [InlineData("corner|", "Corner corner", "")]
    public void Inspection_shows_the_signature_and_its_documentation(string code, string signature, string documentation)
    {
        var reply = Ask("inspect_request", code);
        Assert.True(reply.GetProperty("found").GetBoolean());
        var text = reply.GetProperty("data").GetProperty("text/plain").GetString();
        Assert.Contains(signature, text, StringComparison.Ordinal);
        Assert.Contains(documentation, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(signature, reply.GetProperty("data").GetProperty("text/markdown").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Inspection_of_nothing_finds_nothing() =>
        Assert.Equal("""{"status":"ok","found":false,"data":{},"metadata":{}}""", Ask("inspect_request", "// a rem|ark").GetRawText());

    [Theory]
    [InlineData("learningSteps + 1|", """{"status":"complete"}""")]
    [InlineData("for (var i = 0; i < 3; i++) {|", """{"status":"incomplete","indent":"    "}""")]
    [InlineData("var x = ;|", """{"status":"invalid"}""")]
    public void Completeness_is_told(string code, string expected) => Assert.Equal(expected, Ask("is_complete_request", code).GetRawText());

    private JsonElement Ask(string type, string marked)
    {
        var (before, after) = (marked[..marked.IndexOf('|', StringComparison.Ordinal)], marked[(marked.IndexOf('|', StringComparison.Ordinal) + 1)..]);
        var cursor = before.EnumerateRunes().Count();
        return kernel.Client.Ask(type, $$"""{"code":{{JsonSerializer.Serialize(before + after)}},"cursor_pos":{{cursor}},"detail_level":0}""")[^1].Content;
    }
}
