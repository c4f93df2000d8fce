using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

public sealed class HistoryTests : IDisposable
{
    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Theory]
    [InlineData("""{}""", """[[1,1,"value 7"],[1,2,"fail"],[1,3,"value 7"],[1,4,"value 9"]]""")]
    [InlineData("""{"hist_access_type":"tail","n":2}""", """[[1,3,"value 7"],[1,4,"value 9"]]""")]
    [InlineData("""{"hist_access_type":"tail","n":0}""", """[]""")]
    [InlineData("""{"hist_access_type":"tail","n":3,"output":true}""", """[[1,2,["fail",null]],[1,3,["value 7","7"]],[1,4,["value 9","9"]]]""")]
    [InlineData("""{"hist_access_type":"range","session":0,"start":1,"stop":3}""", """[[1,1,"value 7"],[1,2,"fail"]]""")]
    [InlineData("""{"hist_access_type":"range","session":1,"start":4,"stop":null}""", """[[1,4,"value 9"]]""")]
    [InlineData("""{"hist_access_type":"range","session":-1,"start":1,"stop":3}""", """[]""")]
    [InlineData("""{"hist_access_type":"search","pattern":"value*"}""", """[[1,1,"value 7"],[1,3,"value 7"],[1,4,"value 9"]]""")]
    [InlineData("""{"hist_access_type":"search","pattern":"value ?","n":1}""", """[[1,4,"value 9"]]""")]
    [InlineData("""{"hist_access_type":"search","pattern":"value*","unique":true}""", """[[1,3,"value 7"],[1,4,"value 9"]]""")]
    [InlineData("""{"hist_access_type":"search","pattern":"VALUE*"}""", """[]""")]
    public void The_cells_that_ran_are_listed(string content, string expected)
    {
        foreach (var code in new[] { "value 7", "fail", "value 7", "value 9" })
            frontEnd.Client.Execute(code);
        frontEnd.Client.Execute("value 8", ""","store_history":false""");
        Assert.Equal($$"""shell history_reply {"status":"ok","history":{{expected}}}""", frontEnd.Client.Ask("history_request", content)[^1].Line);
    }
}
