using System.Diagnostics;
using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

public sealed class SeveralFrontEndsTests : IDisposable
{
    private static readonly TimeSpan NoticedAfter = TimeSpan.FromMilliseconds(100);

    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Fact]
    public void Each_is_welcomed_and_only_the_first_hears_of_the_start()
    {
        Assert.Equal("""iopub iopub_welcome {"subscription":""}""", frontEnd.Client.Welcome.Line);
        Assert.Equal("{}", frontEnd.Client.Welcome.Parent.GetRawText());
        Assert.Equal("""iopub status {"execution_state":"starting"}""", frontEnd.Starting.Line);
        Assert.Equal("{}", frontEnd.Starting.Parent.GetRawText());
        using var other = new Client(frontEnd.Connection);
        Assert.Equal("""iopub iopub_welcome {"subscription":""}""", other.Welcome.Line);
        other.AssertSilent(Channel.IOPub);
    }

    [Fact]
    public void Whoever_subscribes_to_a_topic_is_welcomed_to_it_and_hears_nothing_else()
    {
        using var other = new Client(frontEnd.Connection, topic: "execute_result");
        Assert.Equal("""iopub iopub_welcome {"subscription":"execute_result"}""", other.Welcome.Line);
        Assert.Equal(other.Welcome.Id, frontEnd.Client.NextPublished("the other's welcome").Id);
        frontEnd.Client.Execute("value 42");
        frontEnd.Client.Execute("value 43");
        Assert.Equal(
            ["42", "43"],
            new[] { other.NextPublished("a result"), other.NextPublished("the other result") }
                .Select(result => result.Content.GetProperty("data").GetProperty("text/plain").GetString()));
    }

    [Fact]
    public void All_hear_what_a_cell_shows_and_only_its_own_front_end_gets_the_reply()
    {
        using var other = new Client(frontEnd.Connection, "other");
        Assert.Equal(other.Welcome.Id, frontEnd.Client.NextPublished("the other's welcome").Id);
        var id = other.SendExecute("value 42");
        Assert.Equal(
            other.Conversation(id).Select(message => (message.Id, message.Line)),
            frontEnd.Client.Conversation(id).Select(message => (message.Id, message.Line)));
        Assert.Equal(id, other.NextReply("the reply").ParentId);
        frontEnd.Client.AssertSilent(Channel.Shell);
    }

    [Fact]
    public void Cells_of_two_front_ends_at_once_run_one_after_the_other()
    {
        using var other = new Client(frontEnd.Connection, "other");
        Assert.Equal(other.Welcome.Id, frontEnd.Client.NextPublished("the other's welcome").Id);
        var first = frontEnd.Client.SendExecute("hold", ",\"stop_on_error\":false");
        Assert.Equal(first, frontEnd.Client.NextPublished("the first cell's busy").ParentId);
        var second = other.SendExecute("value 42");
        frontEnd.LetFailOnceReceived(other);
        var heard = frontEnd.Client.Conversations(first, second);
        Assert.Equal(
            [(first, "execute_input"), (first, "error"), (first, "status"), (second, "status"), (second, "execute_input"), (second, "execute_result"), (second, "status")],
            heard.Select(message => (message.ParentId, message.Type)));
        var (failed, done) = (frontEnd.Client.NextReply("the first's reply"), other.NextReply("the second's reply"));
        Assert.Equal((first, "error", 1), (failed.ParentId, failed.Text("status"), failed.Content.GetProperty("execution_count").GetInt32()));
        Assert.Equal((second, "ok", 2), (done.ParentId, done.Text("status"), done.Content.GetProperty("execution_count").GetInt32()));
        frontEnd.Client.AssertSilent(Channel.Shell);
        other.AssertSilent(Channel.Shell);
    }

    [Fact]
    public void A_front_end_that_connects_anew_under_its_old_identity_is_answered()
    {
        using (var before = new Client(frontEnd.Connection, "same"))
            Assert.Equal("ok", before.Ask("kernel_info_request", "{}")[^1].Text("status"));
        // The kernel may not have noticed yet that the old connection is gone.
        using var after = new Client(frontEnd.Connection, "same");
        Assert.Equal("ok", after.Ask("comm_info_request", "{}")[^1].Text("status"));
    }

    [Fact]
    public void A_reply_to_a_front_end_that_has_gone_is_dropped_and_logged()
    {
        // Nothing shows when the kernel has noticed that the connection is gone. Until then a reply is sent into the void.
        for (var watch = Stopwatch.StartNew(); frontEnd.Log.Lines.IsEmpty && watch.Elapsed < Client.Patience;)
        {
            using (var gone = new Client(frontEnd.Connection, "gone"))
            {
                gone.SendExecute("hold", ",\"stop_on_error\":false");
                gone.NextPublished("the cell's busy");
            }

            Thread.Sleep(NoticedAfter);
            frontEnd.Engine.LetFail();
            Assert.Equal("ok", frontEnd.Client.Execute("value 1")[^1].Text("status"));
        }

        Assert.Equal(
            ["A message on the shell channel was dropped: execute_reply to a front end that has gone or does not read."],
            frontEnd.Log.Lines.Distinct());
    }
}
