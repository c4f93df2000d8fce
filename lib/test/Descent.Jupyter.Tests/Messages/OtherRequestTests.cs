using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

public sealed class OtherRequestTests : IDisposable
{
    private const string Busy = """iopub status {"execution_state":"busy"}""";
    private const string Idle = """iopub status {"execution_state":"idle"}""";

    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Fact]
    public void Whoever_subscribes_is_welcomed()
    {
        Assert.Equal("""iopub iopub_welcome {"subscription":""}""", frontEnd.Welcome.Line);
        Assert.Equal("{}", frontEnd.Welcome.Parent.GetRawText());
    }

    [Fact]
    public void Kernel_info_describes_the_kernel() => AssertLines(
        frontEnd.Ask("kernel_info_request", "{}"),
        Busy,
        Idle,
        """shell kernel_info_reply {"status":"ok","protocol_version":"5.4","implementation":"test","implementation_version":"1.2.3","language_info":{"name":"Words","version":"1.0","mimetype":"text/x-words","file_extension":".words","pygments_lexer":"text","codemirror_mode":"text/x-words"},"banner":"A test.","debugger":false,"help_links":[],"supported_features":[]}""");

    [Fact]
    public void Completion_replaces_a_span_in_code_points() => AssertLines(
        frontEnd.Ask("complete_request", """{"code":"😀😀 p","cursor_pos":4}"""),
        Busy,
        Idle,
        """shell complete_reply {"status":"ok","matches":["print","pull"],"cursor_start":3,"cursor_end":4,"metadata":{"_jupyter_types_experimental":[{"text":"print","type":"keyword","start":3,"end":4},{"text":"pull","type":"method","start":3,"end":4}]}}""");

    [Theory]
    [InlineData(0, """shell inspect_reply {"status":"ok","found":false,"data":{},"metadata":{}}""")]
    [InlineData(2, """shell inspect_reply {"status":"ok","found":true,"data":{"text/plain":"at 3"},"metadata":{}}""")]
    public void Inspection_finds_what_stands_at_the_cursor(int cursor, string expected) => AssertLines(
        frontEnd.Ask("inspect_request", $$"""{"code":"a😀b","cursor_pos":{{cursor}},"detail_level":0}"""), Busy, Idle, expected);

    [Theory]
    [InlineData("done", """{"status":"complete"}""")]
    [InlineData("open", """{"status":"incomplete","indent":"  "}""")]
    [InlineData("wrong", """{"status":"invalid"}""")]
    public void Completeness_has_three_answers(string code, string expected) => AssertLines(
        frontEnd.Ask("is_complete_request", $$"""{"code":"{{code}}"}"""), Busy, Idle, $"shell is_complete_reply {expected}");

    [Theory]
    [InlineData("""{"hist_access_type":"tail","n":2}""", """[[1,2,"fail"],[1,3,"value 7"]]""")]
    [InlineData("""{"hist_access_type":"tail","n":1,"output":true}""", """[[1,3,["value 7","7"]]]""")]
    [InlineData("""{"hist_access_type":"range","session":0,"start":1,"stop":3}""", """[[1,1,"value 7"],[1,2,"fail"]]""")]
    [InlineData("""{"hist_access_type":"range","session":-1,"start":1,"stop":3}""", """[]""")]
    [InlineData("""{"hist_access_type":"search","pattern":"value*"}""", """[[1,1,"value 7"],[1,3,"value 7"]]""")]
    [InlineData("""{"hist_access_type":"search","pattern":"value*","unique":true}""", """[[1,3,"value 7"]]""")]
    public void History_holds_the_cells_that_ran(string content, string expected)
    {
        foreach (var code in new[] { "value 7", "fail", "value 7" })
            frontEnd.Execute(code);
        frontEnd.Execute("value 8", ""","store_history":false""");
        Assert.Equal($$"""shell history_reply {"status":"ok","history":{{expected}}}""", frontEnd.Ask("history_request", content)[^1].Line);
    }

    [Fact]
    public void There_are_no_comms() => AssertLines(
        frontEnd.Ask("comm_info_request", "{}"), Busy, Idle, """shell comm_info_reply {"status":"ok","comms":{}}""");

    [Fact]
    public void A_comm_that_is_opened_is_closed() => AssertLines(
        frontEnd.Ask("comm_open", """{"comm_id":"c","target_name":"t","data":{}}""", hasReply: false),
        Busy,
        """iopub comm_close {"comm_id":"c","data":{}}""",
        Idle);

    [Theory]
    [InlineData("comm_msg")]
    [InlineData("comm_close")]
    [InlineData("nonsense")]
    public void A_message_without_reply_is_framed_by_busy_and_idle(string type) =>
        AssertLines(frontEnd.Ask(type, """{"comm_id":"c","data":{}}""", hasReply: false), Busy, Idle);

    [Fact]
    public void An_unknown_request_is_answered_with_an_error() => AssertLines(
        frontEnd.Ask("debug_request", "{}"),
        Busy,
        Idle,
        """shell debug_reply {"ename":"UnknownRequest","evalue":"This kernel does not know debug_request.","traceback":[],"status":"error"}""");

    [Fact]
    public void A_reply_carries_the_header_of_its_request()
    {
        var messages = frontEnd.Ask("kernel_info_request", "{}");
        Assert.Equal("kernel_info_request", messages[^1].Parent.GetProperty("msg_type").GetString());
        Assert.Equal(messages[0].ParentId, messages[^1].ParentId);
        Assert.Equal("5.4", messages[^1].Header.GetProperty("version").GetString());
    }

    [Fact]
    public void Forged_messages_are_dropped_and_logged()
    {
        frontEnd.SendShellFrames(frontEnd.Frames("execute_request", """{"code":"value 1"}""", key: "guessed"));
        frontEnd.SendShellFrames("<IDS|MSG>"u8.ToArray());
        Assert.Equal("ok", frontEnd.Ask("kernel_info_request", "{}")[^1].Text("status"));
        Assert.Empty(frontEnd.Engine.Executed);
        Assert.Equal(2, frontEnd.Log.Lines.Count);
        Assert.Contains("signature is wrong", frontEnd.Log.Lines.First(), StringComparison.Ordinal);
    }

    private static void AssertLines(IEnumerable<Received> messages, params string[] expected) =>
        Assert.Equal(expected, messages.Select(message => message.Line));
}
