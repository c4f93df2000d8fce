using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

public sealed class ExecuteTests : IDisposable
{
    private const string Busy = """iopub status {"execution_state":"busy"}""";
    private const string Idle = """iopub status {"execution_state":"idle"}""";
    private const string Done = """shell execute_reply {"status":"ok","payload":[],"user_expressions":{},"execution_count":1}""";

    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Fact]
    public void A_value_comes_after_its_input_and_before_idle() => AssertLines(
        frontEnd.Client.Execute("value 42"),
        Busy,
        """iopub execute_input {"code":"value 42","execution_count":1}""",
        """iopub execute_result {"execution_count":1,"data":{"text/plain":"42"},"metadata":{}}""",
        Idle,
        Done);

    [Fact]
    public void A_display_carries_its_id_and_JSON_as_JSON_and_streams_keep_their_place_between() => AssertLines(
        frontEnd.Client.Execute("display"),
        Busy,
        """iopub execute_input {"code":"display","execution_count":1}""",
        """iopub stream {"name":"stdout","text":"before"}""",
        """iopub display_data {"data":{"text/plain":"one","application/json":{"a":[1]}},"metadata":{},"transient":{"display_id":"d1"}}""",
        """iopub stream {"name":"stdout","text":"between"}""",
        """iopub update_display_data {"data":{"text/plain":"two"},"metadata":{},"transient":{"display_id":"d1"}}""",
        """iopub clear_output {"wait":true}""",
        """iopub stream {"name":"stdout","text":"after"}""",
        """iopub execute_result {"execution_count":1,"data":{"text/plain":"shown"},"metadata":{}}""",
        Idle,
        Done);

    [Fact]
    public void An_error_is_broadcast_after_the_streams_and_replied() => AssertLines(
        frontEnd.Client.Execute("fail"),
        Busy,
        """iopub execute_input {"code":"fail","execution_count":1}""",
        """iopub stream {"name":"stdout","text":"so far"}""",
        """iopub error {"ename":"Wrong","evalue":"it failed","traceback":["Wrong: it failed","   at cell"]}""",
        Idle,
        """shell execute_reply {"ename":"Wrong","evalue":"it failed","traceback":["Wrong: it failed","   at cell"],"status":"error","execution_count":1}""");

    [Fact]
    public void An_engine_that_throws_is_shown_as_an_error_and_the_next_cell_runs()
    {
        AssertLines(
            frontEnd.Client.Execute("crash"),
            Busy,
            """iopub execute_input {"code":"crash","execution_count":1}""",
            """iopub error {"ename":"InvalidOperationException","evalue":"the engine is broken","traceback":["The kernel failed, not the cell: the engine is broken"]}""",
            Idle,
            """shell execute_reply {"ename":"InvalidOperationException","evalue":"the engine is broken","traceback":["The kernel failed, not the cell: the engine is broken"],"status":"error","execution_count":1}""");
        Assert.Equal("ok", frontEnd.Client.Execute("value 1")[^1].Text("status"));
        Assert.Contains("cell 1 failed inside the kernel", Assert.Single(frontEnd.Log.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("value 42", """{"status":"ok","payload":[],"user_expressions":{},"execution_count":0}""")]
    [InlineData("print hello", """{"status":"ok","payload":[],"user_expressions":{},"execution_count":0}""")]
    [InlineData("display", """{"status":"ok","payload":[],"user_expressions":{},"execution_count":0}""")]
    [InlineData("fail", """{"ename":"Wrong","evalue":"it failed","traceback":["Wrong: it failed","   at cell"],"status":"error","execution_count":0}""")]
    public void A_silent_cell_shows_nothing_and_is_neither_counted_nor_remembered(string code, string reply)
    {
        // "silent" wins over "store_history".
        AssertLines(frontEnd.Client.Execute(code, ""","silent":true,"store_history":true"""), Busy, Idle, $"shell execute_reply {reply}");
        Assert.Equal("""shell history_reply {"status":"ok","history":[]}""", frontEnd.Client.Ask("history_request", "{}")[^1].Line);
    }

    [Fact]
    public void Only_cells_that_are_stored_are_counted()
    {
        Assert.Equal(1, Count(frontEnd.Client.Execute("value 1")));
        Assert.Equal(1, Count(frontEnd.Client.Execute("value 1", ""","store_history":false""")));
        Assert.Equal(1, Count(frontEnd.Client.Execute("value 1", ""","silent":true""")));
        Assert.Equal(2, Count(frontEnd.Client.Execute("fail")));
        Assert.Equal(3, Count(frontEnd.Client.Execute("value 1")));
        static int Count(IReadOnlyList<Received> messages) => messages[^1].Content.GetProperty("execution_count").GetInt32();
    }

    [Fact]
    public void User_expressions_are_evaluated_after_the_cell_each_with_its_own_error_and_show_nothing()
    {
        var messages = frontEnd.Client.Execute("nothing", ""","user_expressions":{"a":"value 7","b":"fail","c":"crash"}""");
        AssertLines(messages.SkipLast(1), Busy, """iopub execute_input {"code":"nothing","execution_count":1}""", Idle);
        Assert.Equal(
            """{"a":{"status":"ok","data":{"text/plain":"7"},"metadata":{}},"b":{"ename":"Wrong","evalue":"it failed","traceback":["Wrong: it failed","   at cell"],"status":"error"},"c":{"ename":"InvalidOperationException","evalue":"the engine is broken","traceback":["The kernel failed, not the cell: the engine is broken"],"status":"error"}}""",
            messages[^1].Content.GetProperty("user_expressions").GetRawText());
        Assert.Equal(["nothing", "value 7", "fail", "crash"], frontEnd.Engine.Executed);
    }

    [Fact]
    public void A_cell_that_fails_leaves_its_user_expressions_alone()
    {
        frontEnd.Client.Execute("fail", ""","user_expressions":{"a":"value 7"}""");
        Assert.Equal(["fail"], frontEnd.Engine.Executed);
    }

    [Fact]
    public void A_cell_is_named_by_its_count()
    {
        frontEnd.Client.Execute("nothing");
        Assert.Equal("""{"text/plain":"cell 2"}""", frontEnd.Client.Execute("name")[2].Content.GetProperty("data").GetRawText());
    }

    [Theory]
    [InlineData("""{}""", "\"code\" is missing")]
    [InlineData("""{"code":7}""", "\"code\" should be text")]
    [InlineData("""{"code":"value 1","silent":"yes"}""", "\"silent\" should be true or false")]
    [InlineData("""{"code":"value 1","store_history":1}""", "\"store_history\" should be true or false")]
    [InlineData("""{"code":"value 1","allow_stdin":[]}""", "\"allow_stdin\" should be true or false")]
    [InlineData("""{"code":"value 1","stop_on_error":{}}""", "\"stop_on_error\" should be true or false")]
    [InlineData("""{"code":"value 1","user_expressions":[1]}""", "\"user_expressions\" should be an object")]
    [InlineData("""{"code":"value 1","user_expressions":{"a":1}}""", "\"user_expressions\" should be texts")]
    public void A_request_of_the_wrong_form_is_answered_with_what_is_wrong(string content, string expected)
    {
        var messages = frontEnd.Client.Ask("execute_request", content);
        AssertLines(messages.SkipLast(1), Busy, Idle);
        Assert.Contains(expected, messages[^1].Text("evalue"), StringComparison.Ordinal);
        Assert.Equal(0, messages[^1].Content.GetProperty("execution_count").GetInt32());
        Assert.Empty(frontEnd.Engine.Executed);
    }

    private static void AssertLines(IEnumerable<Received> messages, params string[] expected) =>
        Assert.Equal(expected, messages.Select(message => message.Line));
}
