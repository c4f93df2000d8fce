using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

public sealed class OtherRequestTests : IDisposable
{
    private const string Busy = """iopub status {"execution_state":"busy"}""";
    private const string Idle = """iopub status {"execution_state":"idle"}""";

    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Fact]
    public void Kernel_info_describes_the_kernel() => AssertLines(
        frontEnd.Client.Ask("kernel_info_request", "{}"),
        Busy,
        Idle,
        """shell kernel_info_reply {"status":"ok","protocol_version":"5.4","implementation":"test","implementation_version":"1.2.3","language_info":{"name":"Words","version":"1.0","mimetype":"text/x-words","file_extension":".words","pygments_lexer":"text","codemirror_mode":"text/x-words"},"banner":"A test.","debugger":false,"help_links":[],"supported_features":[]}""");

    [Fact]
    public void Completion_replaces_a_span_in_code_points() => AssertLines(
        frontEnd.Client.Ask("complete_request", """{"code":"😀😀 p","cursor_pos":4}"""),
        Busy,
        Idle,
        """shell complete_reply {"status":"ok","matches":["print","pull"],"cursor_start":3,"cursor_end":4,"metadata":{"_jupyter_types_experimental":[{"text":"print","type":"keyword","start":3,"end":4},{"text":"pull","type":"method","start":3,"end":4}]}}""");

    [Theory]
    [InlineData(0, """shell inspect_reply {"status":"ok","found":false,"data":{},"metadata":{}}""")]
    [InlineData(2, """shell inspect_reply {"status":"ok","found":true,"data":{"text/plain":"at 3"},"metadata":{}}""")]
    public void Inspection_finds_what_stands_at_the_cursor(int cursor, string expected) => AssertLines(
        frontEnd.Client.Ask("inspect_request", $$"""{"code":"a😀b","cursor_pos":{{cursor}},"detail_level":0}"""), Busy, Idle, expected);

    [Theory]
    [InlineData("done", """{"status":"complete"}""")]
    [InlineData("open", """{"status":"incomplete","indent":"  "}""")]
    [InlineData("wrong", """{"status":"invalid"}""")]
    public void Completeness_has_three_answers(string code, string expected) => AssertLines(
        frontEnd.Client.Ask("is_complete_request", $$"""{"code":"{{code}}"}"""), Busy, Idle, $"shell is_complete_reply {expected}");

    [Theory]
    [InlineData("complete_request", """{"code":"crash","cursor_pos":1}""", "the engine is broken")]
    [InlineData("inspect_request", """{"code":"crash","cursor_pos":1}""", "the engine is broken")]
    [InlineData("is_complete_request", """{"code":"crash"}""", "the engine is broken")]
    [InlineData("complete_request", """{"code":"a","cursor_pos":"1"}""", "\"cursor_pos\" should be a whole number")]
    [InlineData("inspect_request", """{"cursor_pos":1}""", "\"code\" is missing")]
    [InlineData("is_complete_request", "{}", "\"code\" is missing")]
    [InlineData("history_request", """{"hist_access_type":"all"}""", "should be range, tail or search, and is all")]
    [InlineData("shutdown_request", """{"restart":"perhaps"}""", "\"restart\" should be true or false")]
    public void A_handler_that_throws_still_answers_between_busy_and_idle_and_the_next_request_is_served(string type, string content, string expected)
    {
        var messages = frontEnd.Client.Ask(type, content);
        AssertLines(messages.SkipLast(1), Busy, Idle);
        Assert.Equal((type.Replace("request", "reply", StringComparison.Ordinal), "error"), (messages[^1].Type, messages[^1].Text("status")));
        Assert.Contains(expected, messages[^1].Text("evalue"), StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Single(frontEnd.Log.Lines), StringComparison.Ordinal);
        Assert.Equal("ok", frontEnd.Client.Ask("kernel_info_request", "{}")[^1].Text("status"));
    }

    [Fact]
    public void An_unknown_request_is_answered_with_an_error() => AssertLines(
        frontEnd.Client.Ask("debug_request", "{}"),
        Busy,
        Idle,
        """shell debug_reply {"ename":"UnknownRequest","evalue":"This kernel does not know debug_request.","traceback":[],"status":"error"}""");

    [Fact]
    public void A_message_of_unknown_type_that_is_no_request_is_framed_and_has_no_reply() => AssertNoReply("nonsense", "{}", Busy, Idle);

    [Fact]
    public void Every_message_has_an_id_of_its_own_and_names_its_request_and_the_kernels_session()
    {
        var messages = frontEnd.Client.Execute("print hello");
        Assert.Equal(messages.Count, messages.Select(message => message.Id).Distinct().Count());
        Assert.Single(messages.Select(message => message.Header.GetProperty("session").GetString()).Distinct());
        Assert.Equal("5.4", Assert.Single(messages.Select(message => message.Header.GetProperty("version").GetString()).Distinct()));
        Assert.Equal(("execute_request", "front-end-1"), (messages[^1].Parent.GetProperty("msg_type").GetString(), messages[^1].ParentId));
    }

    private void AssertNoReply(string type, string content, params string[] expected)
    {
        AssertLines(frontEnd.Client.Conversation(frontEnd.Client.Send(Channel.Shell, type, content)), expected);
        frontEnd.Client.AssertSilent(Channel.Shell);
    }

    private static void AssertLines(IEnumerable<Received> messages, params string[] expected) =>
        Assert.Equal(expected, messages.Select(message => message.Line));
}
