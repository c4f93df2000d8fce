using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

public sealed class InputTests : IDisposable
{
    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Fact]
    public void A_cell_that_reads_asks_its_own_front_end()
    {
        var id = frontEnd.SendShell("execute_request", """{"code":"read","allow_stdin":true}""");
        var question = frontEnd.NextQuestion();
        Assert.Equal("""stdin input_request {"prompt":"","password":false}""", question.Line);
        Assert.Equal(id, question.ParentId);
        frontEnd.SendInput("input_reply", """{"value":"Ada","status":"ok"}""");
        Assert.Contains(frontEnd.Conversation(id), message => message.Line.Contains("got Ada", StringComparison.Ordinal));
    }

    [Fact]
    public void A_front_end_that_cannot_be_asked_is_not_asked() =>
        Assert.Contains(frontEnd.Execute("read"), message => message.Line.Contains("got nothing", StringComparison.Ordinal));

    [Fact]
    public void An_answer_that_nobody_waits_for_is_forgotten()
    {
        frontEnd.SendInput("input_reply", """{"value":"early"}""");
        frontEnd.Execute("nothing");
        var id = frontEnd.SendShell("execute_request", """{"code":"read","allow_stdin":true}""");
        frontEnd.NextQuestion();
        frontEnd.SendInput("input_reply", """{"value":"in time"}""");
        Assert.Contains(frontEnd.Conversation(id), message => message.Line.Contains("got in time", StringComparison.Ordinal));
    }

    [Fact]
    public void Work_left_behind_by_a_cell_reads_nothing()
    {
        frontEnd.Execute("nothing", ""","allow_stdin":true""");
        Assert.Null(frontEnd.Engine.LatestFrontEnd!.ReadLine());
    }
}
