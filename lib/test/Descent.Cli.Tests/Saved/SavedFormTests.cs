using Descent.Cli.Outputs;
using Descent.Cli.Saved;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Saved;

public sealed class SavedFormTests
{
    [Fact]
    public void A_chart_keeps_its_figure_and_its_words_and_loses_the_script_that_hosting_sites_take_out()
    {
        var saved = Bundle(TestOutput.Chart("""{"layout": {}, "data": [{"y": [1.0]}]}"""));

        Assert.Equal(
            [("application/vnd.plotly.v1+json", """{"data":[{"y":[1]}],"layout":{}}"""), ("text/plain", "Figure")],
            saved.Data.Select(form => (form.Key, form.Value)));
    }

    [Fact]
    public void A_table_stays_a_table() => Assert.Equal(
        ["text/html", "text/plain"],
        Bundle(TestOutput.Value(("text/html", "<table></table>"), ("text/plain", "a table"))).Data.Keys);

    [Fact]
    public void What_has_no_other_form_keeps_its_script() =>
        Assert.Equal(["text/html"], Bundle(TestOutput.Value(("text/html", "<script>draw()</script>"))).Data.Keys);

    [Fact]
    public void Lines_end_the_same_on_every_system() => Assert.Equal(
        [TestOutput.Text("one\ntwo\n")], SavedForm.Of([TestOutput.Text("one\r\ntwo\r\n")]));

    [Theory]
    [InlineData("   at Descent.Tensor.MatMul(Tensor other) in /somewhere/lib/src/Tensor.cs:line 12", "   at Descent.Tensor.MatMul(Tensor other)")]
    [InlineData(@"   at Descent.Tensor.MatMul(Tensor other) in D:\a b\Tensor.cs:line 12", "   at Descent.Tensor.MatMul(Tensor other)")]
    [InlineData("   at cell 3, line 1: a.MatMul(b)", "   at cell 3, line 1: a.MatMul(b)")]
    [InlineData("   at Half(Int32 x) in cell 3, line 1: return x / 2;", "   at Half(Int32 x) in cell 3, line 1: return x / 2;")]
    public void A_trace_holds_no_path_of_the_machine_that_built_the_library(string frame, string expected) =>
        Assert.Equal([expected], ((RecordedOutput.Error)SavedForm.Of([new RecordedOutput.Error("E", "m", [frame])])[0]).Trace);

    private static RecordedOutput.Bundle Bundle(RecordedOutput output) => Assert.IsAssignableFrom<RecordedOutput.Bundle>(SavedForm.Of([output])[0]);
}
