using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

public sealed class InputTests : IDisposable
{
    private const string Allowed = ""","allow_stdin":true""";

    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Fact]
    public void A_cell_that_reads_asks_its_own_front_end_and_nobody_else()
    {
        using var other = new Client(frontEnd.Connection, "other");
        var id = other.SendExecute("read", Allowed);
        var question = other.Next(Channel.Stdin, "the question");
        Assert.Equal("""stdin input_request {"prompt":"","password":false}""", question.Line);
        Assert.Equal(id, question.ParentId);
        Answer(other, "Ada");
        Assert.Contains(other.Conversation(id), message => message.Line.Contains("got Ada", StringComparison.Ordinal));
        frontEnd.Client.AssertSilent(Channel.Stdin);
    }

    [Fact]
    public void A_front_end_that_connects_to_stdin_only_now_is_asked_all_the_same()
    {
        using var late = new Client(frontEnd.Connection, "late", hasInput: false);
        var id = late.SendExecute("read", Allowed);
        late.NextPublished("the cell's busy");
        Assert.Equal("execute_input", late.NextPublished("the cell's input").Type);
        Assert.True(SpinWait.SpinUntil(() => !frontEnd.Engine.Executed.IsEmpty, Client.Patience), "The cell does not run.");
        late.ConnectInput();
        late.Next(Channel.Stdin, "the question");
        Answer(late, "Ada");
        Assert.Contains(late.Conversation(id), message => message.Line.Contains("got Ada", StringComparison.Ordinal));
        late.NextReply("the cell's reply");
        // Asked once, however often it was tried.
        late.AssertSilent(Channel.Stdin);
    }

    [Fact]
    public void A_cell_whose_question_reaches_nobody_can_be_interrupted_and_the_next_one_asks()
    {
        using var late = new Client(frontEnd.Connection, "late", hasInput: false);
        var cell = late.SendExecute("read", Allowed);
        late.NextPublished("the cell's busy");
        late.Conversations(cell, late.Send(Channel.Control, "interrupt_request", "{}"));
        Assert.Equal("error", late.NextReply("the interrupted cell's reply").Text("status"));
        late.ConnectInput();
        Assert.Equal("ok", late.Next(Channel.Control, "the interrupt's reply").Text("status"));
        late.AssertSilent(Channel.Stdin);
    }

    [Fact]
    public void A_front_end_that_does_not_take_questions_is_not_asked_and_the_cell_learns_why()
    {
        var reply = frontEnd.Client.Execute("read")[^1];
        Assert.Equal("error", reply.Text("status"));
        Assert.Contains("allow_stdin false", reply.Text("evalue"), StringComparison.Ordinal);
        frontEnd.Client.AssertSilent(Channel.Stdin);
    }

    [Fact]
    public void A_user_expression_cannot_ask()
    {
        var reply = frontEnd.Client.Execute("nothing", $$"""{{Allowed}},"user_expressions":{"a":"read"}""")[^1];
        Assert.Contains("allow_stdin false", reply.Content.GetProperty("user_expressions").GetProperty("a").GetProperty("evalue").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_nobody_waits_for_is_forgotten()
    {
        Answer(frontEnd.Client, "early");
        frontEnd.Client.Execute("nothing");
        var id = frontEnd.Client.SendExecute("read", Allowed);
        frontEnd.Client.Next(Channel.Stdin, "the question");
        Answer(frontEnd.Client, "in time");
        Assert.Contains(frontEnd.Client.Conversation(id), message => message.Line.Contains("got in time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_left_behind_by_a_cell_reads_nothing()
    {
        frontEnd.Client.Execute("nothing", Allowed);
        Assert.Null(await Task.Run(frontEnd.Engine.LatestFrontEnd!.ReadLine).WaitAsync(Client.Patience, TestContext.Current.CancellationToken));
    }

    private static void Answer(Client client, string line) =>
        client.Send(Channel.Stdin, "input_reply", $$"""{"value":"{{line}}","status":"ok"}""");
}
