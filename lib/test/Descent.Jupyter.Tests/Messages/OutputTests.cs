using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

public sealed class OutputTests : IDisposable
{
    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Fact]
    public void Streams_come_in_the_order_of_writing_and_before_idle() => Assert.Equal(
        [
            """iopub status {"execution_state":"busy"}""",
            """iopub execute_input {"code":"print hello","execution_count":1}""",
            """iopub stream {"name":"stdout","text":"hello"}""",
            """iopub stream {"name":"stderr","text":"error text"}""",
            """iopub status {"execution_state":"idle"}""",
        ],
        frontEnd.Client.Execute("print hello").SkipLast(1).Select(message => message.Line));

    [Fact]
    public void Many_lines_travel_in_few_messages_and_none_is_lost()
    {
        var texts = frontEnd.Client.Execute("lines 20000").Where(message => message.Type == "stream").Select(message => message.Text("text")).ToList();
        Assert.Equal(string.Concat(Enumerable.Range(0, 20_000).Select(line => $"{line}\n")), string.Concat(texts));
        // One a line would be 20,000: more than a front end reads in time, and than Jupyter's server lets through in a second.
        Assert.InRange(texts.Count, 1, 500);
    }

    [Fact]
    public void What_is_written_after_the_end_of_a_cell_comes_soon_and_belongs_to_it_still()
    {
        var id = frontEnd.Client.Execute("nothing")[0].ParentId;
        frontEnd.Engine.LatestFrontEnd!.WriteOutput("later, ");
        frontEnd.Engine.LatestFrontEnd.WriteOutput("in one piece");
        var late = frontEnd.Client.NextPublished("the text of work that goes on");
        Assert.Equal((id, """iopub stream {"name":"stdout","text":"later, in one piece"}"""), (late.ParentId, late.Line));
    }

    [Fact]
    public void Texts_of_two_cells_are_kept_apart()
    {
        var first = frontEnd.Client.Execute("nothing")[0].ParentId;
        var background = frontEnd.Engine.LatestFrontEnd!;
        var second = frontEnd.Client.Execute("nothing")[0].ParentId;
        background.WriteOutput("one");
        frontEnd.Engine.LatestFrontEnd!.WriteOutput("two");
        background.WriteOutput("three");
        var texts = Enumerable.Range(0, 3).Select(_ => frontEnd.Client.NextPublished("three texts")).ToList();
        Assert.Equal([(first, "one"), (second, "two"), (first, "three")], texts.Select(message => (message.ParentId, message.Text("text"))));
    }

    [Fact]
    public void An_update_after_the_end_of_a_cell_belongs_to_it_still_and_has_the_metadata_of_the_display()
    {
        var shown = frontEnd.Client.Execute("display").Single(message => message.Type == "display_data");
        var background = frontEnd.Engine.LatestFrontEnd!;
        frontEnd.Client.Execute("nothing");
        background.UpdateDisplay("d1", new Dictionary<string, string> { ["text/plain"] = "late" });
        var late = frontEnd.Client.NextPublished("the update");
        Assert.Equal("""iopub update_display_data {"data":{"text/plain":"late"},"metadata":{},"transient":{"display_id":"d1"}}""", late.Line);
        Assert.Equal(shown.Parent.GetRawText(), late.Parent.GetRawText());
        Assert.Equal(("{}", "{}"), (shown.Metadata.GetRawText(), late.Metadata.GetRawText()));
    }
}
