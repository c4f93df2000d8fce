using System.Text;
using System.Text.Json.Nodes;
using Descent.Jupyter.Wire;

namespace Descent.Jupyter.Tests.Wire;

public sealed class MessageCodecTests
{
    // HMAC-SHA256 by Python's hmac: key "key", data "{\"msg_type\":\"x\"}" + "{}" + "{}" + "{\"a\":1}".
    private const string KnownSignature = "b8fa23123cee9f32574a6e50a43a06546cccb0cb4f1a90b3b499635df408bd60";

    [Fact]
    public void A_signature_is_what_another_implementation_computes() =>
        Assert.Equal(KnownSignature, Encoding.ASCII.GetString(new MessageSigner("key").Sign(Bytes("{\"msg_type\":\"x\"}"), Bytes("{}"), Bytes("{}"), Bytes("{\"a\":1}"))));

    [Fact]
    public void A_message_with_the_right_signature_is_read_with_its_routing_and_parts()
    {
        var message = new MessageCodec("key").Decode(Frames(KnownSignature));
        Assert.Equal("x", message.Type);
        Assert.Equal("{\"msg_type\":\"x\"}", Encoding.UTF8.GetString(message.Header));
        Assert.Equal(1, message.Content.GetProperty("a").GetInt32());
        Assert.Equal("peer", Encoding.UTF8.GetString(Assert.Single(message.Identities)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("b8fa23123cee9f32574a6e50a43a06546cccb0cb4f1a90b3b499635df408bd6000")]
    public void A_wrong_signature_is_refused(string signature) =>
        Assert.Contains("signature is wrong", Assert.Throws<MessageFormatException>(() => new MessageCodec("key").Decode(Frames(signature))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_message_sent_twice_is_refused_the_second_time()
    {
        var codec = new MessageCodec("key");
        codec.Decode(Frames(KnownSignature));
        Assert.Contains("before", Assert.Throws<MessageFormatException>(() => codec.Decode(Frames(KnownSignature))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_frames_are_refused()
    {
        var codec = new MessageCodec("key");
        for (var count = 0; count < 7; count++)
            Assert.Throws<MessageFormatException>(() => codec.Decode([.. Frames(KnownSignature).Take(count)]));
    }

    [Theory]
    [InlineData("[]", "{}", "{}", "{}", "its header is no JSON object")]
    [InlineData("{", "{}", "{}", "{}", "its header is not JSON")]
    [InlineData("{}", "{}", "{}", "{}", "its header has no msg_type")]
    [InlineData("{\"msg_type\":7}", "{}", "{}", "{}", "its header has no msg_type")]
    [InlineData("{\"msg_type\":\"\\ud800\"}", "{}", "{}", "{}", "its msg_type is no text")]
    [InlineData("{\"msg_type\":\"x\"}", "[]", "{}", "{}", "its parent header is no JSON object")]
    [InlineData("{\"msg_type\":\"x\"}", "{}", "!", "{}", "its metadata is not JSON")]
    [InlineData("{\"msg_type\":\"x\"}", "{}", "{}", "7", "its content is no JSON object")]
    [InlineData("{\"msg_type\":\"x\"}", "{}", "{}", "", "its content is not JSON")]
    public void Signed_nonsense_is_refused_and_nothing_else_happens(string header, string parent, string metadata, string content, string expected)
    {
        var parts = new[] { header, parent, metadata, content }.Select(Bytes).ToArray();
        var refused = Assert.Throws<MessageFormatException>(() => new MessageCodec("key").Decode(
            [Bytes("<IDS|MSG>"), new MessageSigner("key").Sign(parts), .. parts]));
        Assert.StartsWith(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_nested_deeper_than_any_reader_goes_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000);
        var signature = new MessageSigner("key").Sign(Bytes("{\"msg_type\":\"x\"}"), Bytes("{}"), Bytes("{}"), Bytes(deep));
        Assert.Throws<MessageFormatException>(() => new MessageCodec("key").Decode(
            [Bytes("<IDS|MSG>"), signature, Bytes("{\"msg_type\":\"x\"}"), Bytes("{}"), Bytes("{}"), Bytes(deep)]));
    }

    [Fact]
    public void A_message_of_the_kernels_has_its_parent_unchanged_and_can_be_verified()
    {
        var parent = Bytes("{ \"msg_id\" : \"p\",\"odd\":1.50 }");
        var frames = new MessageCodec("key").Encode([Bytes("topic")], "stream", parent, new JsonObject { ["text"] = "é" });
        Assert.Equal("topic", Encoding.UTF8.GetString(frames[0]));
        Assert.Equal("<IDS|MSG>", Encoding.UTF8.GetString(frames[1]));
        Assert.Equal(parent, frames[4]);
        Assert.Equal("{}", Encoding.UTF8.GetString(frames[5]));
        Assert.Equal("{\"text\":\"é\"}", Encoding.UTF8.GetString(frames[6]));
        Assert.True(new MessageSigner("key").Verify(frames[2], frames[3], frames[4], frames[5], frames[6]));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_sent_as_a_replacement_character()
    {
        var frames = new MessageCodec("key").Encode([], "stream", null, new JsonObject { ["text"] = "a\ud800b" });
        Assert.Equal("a\ufffdb", JsonNode.Parse(frames[^1])!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1_000)]
    public void A_signature_is_refused_as_long_as_it_is_among_the_latest(int capacity) => AssertForgets(new ReplayGuard(capacity), capacity);

    [Fact]
    public void The_latest_are_as_many_as_the_README_says() => AssertForgets(new ReplayGuard(), 65_536);

    private static void AssertForgets(ReplayGuard guard, int capacity)
    {
        for (var message = 1; message <= capacity; message++)
            Assert.True(guard.TryAccept(Bytes($"signature {message}")));
        // All of them are still remembered, and to be refused changes nothing about that.
        for (var message = 1; message <= capacity; message++)
            Assert.False(guard.TryAccept(Bytes($"signature {message}")), $"Signature {message} of {capacity} was accepted twice.");
        Assert.True(guard.TryAccept(Bytes($"signature {capacity + 1}")));
        // One more than fits: the oldest is forgotten, and no other.
        for (var message = 2; message <= capacity + 1; message++)
            Assert.False(guard.TryAccept(Bytes($"signature {message}")), $"Signature {message} of {capacity} was forgotten too early.");
        Assert.True(guard.TryAccept(Bytes("signature 1")));
    }

    private static byte[][] Frames(string signature) =>
    [
        Bytes("peer"), Bytes("<IDS|MSG>"), Bytes(signature), Bytes("{\"msg_type\":\"x\"}"), Bytes("{}"), Bytes("{}"), Bytes("{\"a\":1}"),
    ];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
