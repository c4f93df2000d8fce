using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

public sealed class StopOnErrorTests : IDisposable
{
    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Fact]
    public void Cells_queued_behind_a_failing_one_are_aborted_and_later_ones_run()
    {
        var replies = Replies("", ["hold", "value 1", "value 2"]);
        Assert.Equal("error", replies[0].Text("status"));
        Assert.Equal("""shell execute_reply {"status":"aborted","execution_count":1}""", replies[1].Line);
        Assert.Equal("""shell execute_reply {"status":"aborted","execution_count":1}""", replies[2].Line);
        Assert.Equal("ok", frontEnd.Client.Execute("value 3")[^1].Text("status"));
        Assert.Equal(["hold", "value 3"], frontEnd.Engine.Executed);
    }

    [Fact]
    public void An_aborted_cell_is_framed_by_busy_and_idle_and_shows_nothing()
    {
        var (failing, queued) = (frontEnd.Client.SendExecute("hold"), frontEnd.Client.SendExecute("value 1"));
        frontEnd.LetFailOnceReceived(frontEnd.Client);
        frontEnd.Client.Conversation(failing);
        Assert.Equal(
            ["""iopub status {"execution_state":"busy"}""", """iopub status {"execution_state":"idle"}"""],
            frontEnd.Client.Conversation(queued).Select(message => message.Line));
    }

    [Fact]
    public void Other_requests_that_are_queued_are_answered_all_the_same()
    {
        var failing = frontEnd.Client.SendExecute("hold");
        var other = frontEnd.Client.Send(Channel.Shell, "is_complete_request", """{"code":"open"}""");
        frontEnd.LetFailOnceReceived(frontEnd.Client);
        frontEnd.Client.Conversation(failing);
        frontEnd.Client.Conversation(other);
        frontEnd.Client.NextReply("the failing cell's reply");
        Assert.Equal("""shell is_complete_reply {"status":"incomplete","indent":"  "}""", frontEnd.Client.NextReply("the other reply").Line);
    }

    [Fact]
    public void Without_stop_on_error_queued_cells_run() =>
        Assert.Equal(["error", "ok"], Replies(""","stop_on_error":false""", ["hold", "value 1"]).Select(reply => reply.Text("status")));

    [Fact]
    public void A_cell_that_succeeds_aborts_nothing() =>
        Assert.Equal(["ok", "ok"], Replies("", ["value 1", "value 2"]).Select(reply => reply.Text("status")));

    private List<Received> Replies(string more, string[] codes)
    {
        var ids = codes.Select(code => frontEnd.Client.SendExecute(code, more)).ToList();
        frontEnd.LetFailOnceReceived(frontEnd.Client);
        foreach (var id in ids)
            frontEnd.Client.Conversation(id);
        return [.. codes.Select(code => frontEnd.Client.NextReply($"the reply to {code}"))];
    }
}
