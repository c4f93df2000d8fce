using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

public sealed class ExecuteTests : IDisposable
{
    private const string Busy = """iopub status {"execution_state":"busy"}""";
    private const string Idle = """iopub status {"execution_state":"idle"}""";

    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Fact]
    public void A_value_comes_after_its_input_and_before_idle() => AssertLines(
        frontEnd.Execute("value 42"),
        Busy,
        """iopub execute_input {"code":"value 42","execution_count":1}""",
        """iopub execute_result {"execution_count":1,"data":{"text/plain":"42"},"metadata":{}}""",
        Idle,
        """shell execute_reply {"status":"ok","payload":[],"user_expressions":{},"execution_count":1}""");

    [Fact]
    public void Streams_come_in_the_order_of_writing() => AssertLines(
        frontEnd.Execute("print hello"),
        Busy,
        """iopub execute_input {"code":"print hello","execution_count":1}""",
        """iopub stream {"name":"stdout","text":"hello"}""",
        """iopub stream {"name":"stderr","text":"error text"}""",
        Idle,
        """shell execute_reply {"status":"ok","payload":[],"user_expressions":{},"execution_count":1}""");

    [Fact]
    public void A_display_carries_its_id_and_JSON_as_JSON_and_can_be_updated() => AssertLines(
        frontEnd.Execute("display"),
        Busy,
        """iopub execute_input {"code":"display","execution_count":1}""",
        """iopub display_data {"data":{"text/plain":"one","application/json":{"a":[1]}},"metadata":{},"transient":{"display_id":"d1"}}""",
        """iopub update_display_data {"data":{"text/plain":"two"},"metadata":{},"transient":{"display_id":"d1"}}""",
        """iopub clear_output {"wait":true}""",
        Idle,
        """shell execute_reply {"status":"ok","payload":[],"user_expressions":{},"execution_count":1}""");

    [Fact]
    public void An_error_is_broadcast_and_replied() => AssertLines(
        frontEnd.Execute("fail"),
        Busy,
        """iopub execute_input {"code":"fail","execution_count":1}""",
        """iopub error {"ename":"Wrong","evalue":"it failed","traceback":["Wrong: it failed","   at cell"]}""",
        Idle,
        """shell execute_reply {"ename":"Wrong","evalue":"it failed","traceback":["Wrong: it failed","   at cell"],"status":"error","execution_count":1}""");

    [Fact]
    public void An_engine_that_throws_is_answered_with_an_error_and_idle()
    {
        var messages = frontEnd.Execute("crash");
        Assert.Equal(Idle, messages[^2].Line);
        Assert.Equal("error", messages[^1].Text("status"));
        Assert.Contains("the engine is broken", messages[^1].Text("evalue"), StringComparison.Ordinal);
        Assert.Equal("ok", frontEnd.Execute("value 1")[^1].Text("status"));
        Assert.Contains(frontEnd.Log.Lines, line => line.Contains("the engine is broken", StringComparison.Ordinal));
    }

    [Fact]
    public void A_silent_cell_shows_nothing_and_is_not_counted()
    {
        AssertLines(
            frontEnd.Execute("value 42", ""","silent":true"""),
            Busy,
            Idle,
            """shell execute_reply {"status":"ok","payload":[],"user_expressions":{},"execution_count":0}""");
        Assert.Equal(1, frontEnd.Execute("value 1")[^1].Content.GetProperty("execution_count").GetInt32());
        Assert.Equal(1, frontEnd.Execute("value 1", ""","store_history":false""")[^1].Content.GetProperty("execution_count").GetInt32());
    }

    [Fact]
    public void User_expressions_are_evaluated_after_the_cell_each_with_its_own_error()
    {
        var reply = frontEnd.Execute("nothing", ""","user_expressions":{"a":"value 7","b":"fail"}""")[^1];
        Assert.Equal(
            """{"a":{"status":"ok","data":{"text/plain":"7"},"metadata":{}},"b":{"ename":"Wrong","evalue":"it failed","traceback":["Wrong: it failed","   at cell"],"status":"error"}}""",
            reply.Content.GetProperty("user_expressions").GetRawText());
        Assert.Equal(["nothing", "value 7", "fail"], frontEnd.Engine.Executed);
    }

    [Fact]
    public void A_cell_is_named_by_its_count()
    {
        frontEnd.Execute("nothing");
        Assert.Equal("""{"text/plain":"cell 2"}""", frontEnd.Execute("name")[2].Content.GetProperty("data").GetRawText());
    }

    [Fact]
    public void Cells_queued_behind_a_failing_one_are_aborted_and_later_ones_run()
    {
        var ids = new[] { "slowfail", "value 1", "value 2" }
            .Select(code => frontEnd.SendShell("execute_request", $$"""{"code":"{{code}}"}""")).ToList();
        foreach (var id in ids)
            frontEnd.Conversation(id);
        Assert.Equal("error", frontEnd.NextReply().Text("status"));
        Assert.Equal("""shell execute_reply {"status":"aborted","execution_count":1}""", frontEnd.NextReply().Line);
        Assert.Equal("aborted", frontEnd.NextReply().Text("status"));
        Assert.Equal("ok", frontEnd.Execute("value 3")[^1].Text("status"));
        Assert.Equal(["slowfail", "value 3"], frontEnd.Engine.Executed);
    }

    [Fact]
    public void Without_stop_on_error_queued_cells_run()
    {
        var ids = new[] { "slowfail", "value 1" }
            .Select(code => frontEnd.SendShell("execute_request", $$"""{"code":"{{code}}","stop_on_error":false}""")).ToList();
        foreach (var id in ids)
            frontEnd.Conversation(id);
        Assert.Equal("error", frontEnd.NextReply().Text("status"));
        Assert.Equal("ok", frontEnd.NextReply().Text("status"));
    }

    [Fact]
    public void Outputs_after_the_end_of_a_cell_belong_to_it_still()
    {
        var id = frontEnd.Execute("nothing")[0].ParentId;
        frontEnd.Engine.LatestFrontEnd!.UpdateDisplay("d1", new Dictionary<string, string> { ["text/plain"] = "late" });
        var late = frontEnd.NextPublished();
        Assert.Equal(id, late.ParentId);
        Assert.Equal("""iopub update_display_data {"data":{"text/plain":"late"},"metadata":{},"transient":{"display_id":"d1"}}""", late.Line);
    }

    [Theory]
    [InlineData("""{}""", "\"code\" is missing")]
    [InlineData("""{"code":7}""", "\"code\" should be text")]
    [InlineData("""{"code":"value 1","silent":"yes"}""", "\"silent\" should be true or false")]
    [InlineData("""{"code":"value 1","user_expressions":[1]}""", "\"user_expressions\" should be an object")]
    public void A_request_of_the_wrong_form_is_answered_with_what_is_wrong(string content, string expected)
    {
        var messages = frontEnd.Ask("execute_request", content);
        Assert.Equal([Busy, Idle], messages.Take(2).Select(message => message.Line));
        Assert.Contains(expected, messages[^1].Text("evalue"), StringComparison.Ordinal);
        Assert.Equal(0, messages[^1].Content.GetProperty("execution_count").GetInt32());
        Assert.Empty(frontEnd.Engine.Executed);
    }

    private static void AssertLines(IEnumerable<Received> messages, params string[] expected) =>
        Assert.Equal(expected, messages.Select(message => message.Line));
}
