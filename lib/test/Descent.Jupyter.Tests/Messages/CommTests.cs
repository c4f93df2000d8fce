using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

/// <summary>This kernel has no comm targets, and says so as the specification asks.</summary>
public sealed class CommTests : IDisposable
{
    private const string Busy = """iopub status {"execution_state":"busy"}""";
    private const string Idle = """iopub status {"execution_state":"idle"}""";

    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Fact]
    public void A_comm_that_is_opened_is_closed_at_once() =>
        AssertNoReply("comm_open", """{"comm_id":"c1","target_name":"t","data":{}}""", Busy, """iopub comm_close {"comm_id":"c1","data":{}}""", Idle);

    [Theory]
    [InlineData("comm_msg")]
    [InlineData("comm_close")]
    public void What_is_said_to_a_comm_that_is_not_open_changes_nothing(string type) =>
        AssertNoReply(type, """{"comm_id":"c1","data":{"a":1}}""", Busy, Idle);

    [Fact]
    public void A_comm_without_an_id_is_logged_and_has_no_reply_either()
    {
        AssertNoReply("comm_open", """{"target_name":"t"}""", Busy, Idle);
        Assert.Contains("\"comm_id\" is missing", Assert.Single(frontEnd.Log.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"target_name":"t"}""")]
    public void No_comm_is_open_even_after_one_was_opened(string content)
    {
        frontEnd.Client.Conversation(frontEnd.Client.Send(Channel.Shell, "comm_open", """{"comm_id":"c1","target_name":"t","data":{}}"""));
        Assert.Equal(
            [Busy, Idle, """shell comm_info_reply {"status":"ok","comms":{}}"""],
            frontEnd.Client.Ask("comm_info_request", content).Select(message => message.Line));
    }

    private void AssertNoReply(string type, string content, params string[] expected)
    {
        var id = frontEnd.Client.Send(Channel.Shell, type, content);
        Assert.Equal(expected, frontEnd.Client.Conversation(id).Select(message => message.Line));
        frontEnd.Client.AssertSilent(Channel.Shell);
    }
}
