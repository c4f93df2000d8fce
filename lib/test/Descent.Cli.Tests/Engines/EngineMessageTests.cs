using Descent.Cli.Engines;

namespace Descent.Cli.Tests.Engines;

public sealed class EngineMessageTests
{
    [Fact]
    public void An_event_has_its_name_its_forms_and_its_command()
    {
        var message = EngineMessage.Parse(
            """
            {"event":{"formattedValues":[{"mimeType":"text/html","value":"<b>3</b>","suppressDisplay":false},{"mimeType":"text/plain","value":"3"}],"valueId":"v"},"eventType":"DisplayedValueProduced","command":{"token":"cell-2.1","commandType":"SubmitCode","command":{"code":"3"}},"routingSlip":[]}
            """)!;

        Assert.Equal(("DisplayedValueProduced", "v", "cell-2.1"), (message.EventType, message.Event!.ValueId, message.Command!.Token));
        Assert.Equal([("text/html", "<b>3</b>"), ("text/plain", "3")], message.Event.Forms.Select(form => (form.Key, form.Value)));
    }

    [Fact]
    public void A_command_of_the_engine_is_a_message_too() => Assert.Equal(
        "RequestInput", EngineMessage.Parse("""{"token":"t","commandType":"RequestInput","command":{"prompt":"?"},"routingSlip":[]}""")!.CommandType);

    [Theory]
    [InlineData("")]
    [InlineData("late")]
    [InlineData("42")]
    [InlineData("\"CommandSucceeded\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"loss":0.1}""")]
    [InlineData("""{"eventType":7}""")]
    [InlineData("""{"eventType":"CommandSucceeded","event":[]}""")]
    [InlineData("""late{"eventType":"CommandSucceeded"}""")]
    public void Whatever_a_cell_may_print_is_none(string line) => Assert.Null(EngineMessage.Parse(line));
}
