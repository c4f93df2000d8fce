using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

/// <summary>One conversation for every kind of request, and for the ways in which one can go.</summary>
internal static class FrameScripts
{
    private const string EveryOption =
        ""","silent":false,"store_history":true,"user_expressions":{"a":"value 7","b":"fail"},"allow_stdin":true,"stop_on_error":true""";

    /// <summary>By the approved file's name: what the front end does, and the frames that went either way.</summary>
    public static IReadOnlyDictionary<string, Func<FrontEnd, string>> All { get; } = new Dictionary<string, Func<FrontEnd, string>>
    {
        ["comm_close"] = Tell("comm_close", """{"comm_id":"c1","data":{}}"""),
        ["comm_info_request"] = Ask("comm_info_request", """{"target_name":"jupyter.widget"}"""),
        ["comm_msg"] = Tell("comm_msg", """{"comm_id":"c1","data":{"a":1}}"""),
        ["comm_open"] = Tell("comm_open", """{"comm_id":"c1","target_name":"jupyter.widget","data":{}}"""),
        ["complete_request"] = Ask("complete_request", """{"code":"😀 p","cursor_pos":3}"""),
        ["execute_request"] = Execute("display", EveryOption),
        ["execute_request-aborted"] = Abort,
        ["execute_request-error"] = Execute("fail"),
        ["execute_request-malformed"] = Ask("execute_request", """{"silent":false}"""),
        ["execute_request-silent"] = Execute("print hello", ""","silent":true"""),
        ["execute_request-streams"] = Execute("print é😀"),
        ["history_request-range"] = Remember("""{"hist_access_type":"range","session":0,"start":1,"stop":2,"output":true,"raw":true}"""),
        ["history_request-search"] = Remember("""{"hist_access_type":"search","pattern":"v*","n":1,"unique":true,"output":false,"raw":true}"""),
        ["history_request-tail"] = Remember("""{"hist_access_type":"tail","n":2,"output":true,"raw":true}"""),
        ["input_request"] = Answer,
        ["inspect_request"] = Ask("inspect_request", """{"code":"a😀b","cursor_pos":2,"detail_level":0}"""),
        ["inspect_request-nothing"] = Ask("inspect_request", """{"code":"a","cursor_pos":0,"detail_level":1}"""),
        ["interrupt_request"] = frontEnd => Interrupt(frontEnd, Channel.Control),
        ["interrupt_request-on-shell"] = frontEnd => Interrupt(frontEnd, Channel.Shell),
        ["iopub_welcome"] = frontEnd => frontEnd.Client.Transcript.InOrder(),
        ["is_complete_request"] = Ask("is_complete_request", """{"code":"done"}"""),
        ["is_complete_request-incomplete"] = Ask("is_complete_request", """{"code":"open"}"""),
        ["is_complete_request-invalid"] = Ask("is_complete_request", """{"code":"wrong"}"""),
        ["kernel_info_request"] = Ask("kernel_info_request", "{}"),
        ["kernel_info_request-on-control"] = Ask("kernel_info_request", "{}", Channel.Control),
        ["late-update"] = UpdateLate,
        ["shutdown_request"] = Ask("shutdown_request", """{"restart":true}""", Channel.Control),
        ["shutdown_request-on-shell"] = Ask("shutdown_request", """{"restart":false}"""),
        ["unknown_request"] = Ask("debug_request", """{"type":"request","command":"debugInfo"}""", Channel.Control),
    };

    private static Func<FrontEnd, string> Ask(string type, string content, Channel channel = Channel.Shell) =>
        frontEnd => Frames(frontEnd, client => client.Ask(type, content, channel));

    private static Func<FrontEnd, string> Tell(string type, string content) =>
        frontEnd => Frames(frontEnd, client => client.Conversation(client.Send(Channel.Shell, type, content)));

    private static Func<FrontEnd, string> Execute(string code, string more = "") =>
        frontEnd => Frames(frontEnd, client => client.Execute(code, more));

    private static Func<FrontEnd, string> Remember(string content) => frontEnd =>
    {
        foreach (var code in new[] { "value 1", "nothing", "value 1" })
            frontEnd.Client.Execute(code);
        return Frames(frontEnd, client => client.Ask("history_request", content));
    };

    private static string Abort(FrontEnd frontEnd) => Frames(frontEnd, client =>
    {
        var ids = new[] { client.SendExecute("hold"), client.SendExecute("value 1") };
        frontEnd.LetFailOnceReceived(client);
        foreach (var id in ids)
            client.Conversation(id);
        client.NextReply("the reply to the cell that fails");
        client.NextReply("the reply to the cell behind it");
    });

    private static string Answer(FrontEnd frontEnd) => Frames(frontEnd, client =>
    {
        var id = client.SendExecute("read", ""","allow_stdin":true""");
        client.NextPublished("the cell's busy");
        client.NextPublished("the cell's input");
        client.Next(Channel.Stdin, "the question");
        client.Send(Channel.Stdin, "input_reply", """{"value":"Ada","status":"ok"}""");
        client.Conversation(id);
        client.NextReply("the reply to the cell that asks");
    });

    private static string Interrupt(FrontEnd frontEnd, Channel channel)
    {
        var client = frontEnd.Client;
        client.Transcript.Clear();
        var cell = client.SendExecute("forever");
        client.NextPublished("the cell's busy");
        var interrupt = client.Send(channel, "interrupt_request", "{}");
        client.Conversations(cell, interrupt);
        client.Next(channel, "a reply");
        client.NextReply("a reply");
        return client.Transcript.ByRequest();
    }

    private static string UpdateLate(FrontEnd frontEnd) => Frames(frontEnd, client =>
    {
        client.Execute("display");
        frontEnd.Engine.LatestFrontEnd!.UpdateDisplay("d1", new Dictionary<string, string> { ["text/plain"] = "late" });
        client.NextPublished("the update");
    });

    private static string Frames(FrontEnd frontEnd, Action<Client> script)
    {
        frontEnd.Client.Transcript.Clear();
        script(frontEnd.Client);
        return frontEnd.Client.Transcript.InOrder();
    }
}
