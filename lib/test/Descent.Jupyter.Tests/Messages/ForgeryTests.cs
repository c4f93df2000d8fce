using System.Text;
using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Messages;

public sealed class ForgeryTests : IDisposable
{
    private readonly FrontEnd frontEnd = new();

    public void Dispose() => frontEnd.Dispose();

    [Theory]
    [InlineData("shell")]
    [InlineData("control")]
    [InlineData("stdin")]
    public void What_is_not_signed_with_the_key_is_dropped_and_logged_on_every_channel(string name)
    {
        var channel = Enum.Parse<Channel>(name, ignoreCase: true);
        frontEnd.Client.SendFrames(channel, SignedFrames.Of("guessed", "front-end", "f1", "execute_request", """{"code":"value 1"}"""));
        AssertDropped($"A message on the {name} channel was dropped: the signature is wrong.");
    }

    [Fact]
    public void A_message_that_was_changed_on_the_way_is_dropped_and_logged()
    {
        var frames = Signed("execute_request", """{"code":"value 1"}""");
        frames[^1] = Encoding.UTF8.GetBytes("""{"code":"value 2"}""");
        frontEnd.Client.SendFrames(Channel.Shell, frames);
        AssertDropped("A message on the shell channel was dropped: the signature is wrong.");
    }

    [Fact]
    public void A_message_that_is_sent_once_more_is_dropped_and_logged()
    {
        var frames = Signed("execute_request", """{"code":"value 1"}""");
        frontEnd.Client.SendFrames(Channel.Shell, frames);
        frontEnd.Client.Conversation("f1");
        frontEnd.Client.NextReply("the reply to the first");
        frontEnd.Client.SendFrames(Channel.Shell, frames);
        AssertDropped("A message on the shell channel was dropped: a message with that signature has been received before.", "value 1");
    }

    [Fact]
    public void Signed_nonsense_is_dropped_and_logged()
    {
        frontEnd.Client.SendFrames(Channel.Shell, Signed("execute_request", "[]"));
        AssertDropped("A message on the shell channel was dropped: its content is no JSON object.");
    }

    [Fact]
    public void Frames_that_are_no_message_are_dropped_and_logged()
    {
        frontEnd.Client.SendFrames(Channel.Shell, ["<IDS|MSG>"u8.ToArray()]);
        AssertDropped("A message on the shell channel was dropped: expected a delimiter, a signature and 4 parts, found 2 frames.");
    }

    private byte[][] Signed(string type, string content) => SignedFrames.Of(frontEnd.Connection.Key, "front-end", "f1", type, content);

    private void AssertDropped(string logged, params string[] executed)
    {
        // Whatever comes next is served, and what was dropped has left no trace on IOPub.
        Assert.Equal("ok", frontEnd.Client.Ask("kernel_info_request", "{}")[^1].Text("status"));
        Assert.Equal(executed, frontEnd.Engine.Executed);
        Assert.True(SpinWait.SpinUntil(() => !frontEnd.Log.Lines.IsEmpty, Client.Patience), "Nothing was logged.");
        Assert.Equal(logged, Assert.Single(frontEnd.Log.Lines));
    }
}
