using System.Globalization;
using System.Text;
using Descent.Jupyter.Tests.Support;

namespace Descent.Jupyter.Tests.Faults;

/// <summary>Messages that no honest front end sends, and a few that it does, from a seed: the same in every run.</summary>
internal sealed class FuzzedMessages(ConnectionFile connection, int seed)
{
    private static readonly string[] Types =
    [
        "execute_request", "kernel_info_request", "complete_request", "inspect_request", "is_complete_request", "history_request",
        "comm_info_request", "comm_open", "comm_msg", "comm_close", "interrupt_request", "input_reply",
    ];

    private static readonly string[] Fields =
        ["code", "silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error", "cursor_pos", "detail_level", "hist_access_type", "n", "session", "start", "stop", "pattern", "unique", "output", "comm_id", "target_name", "data", "value", "restart"];

    private static readonly string[] Odd =
    [
        "null", "true", "-1", "0", "1e400", "-1e400", "99999999999999999999999999", "2147483648", "1.5", "\"\"", "\"text\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "[[[]]]", "{}",
        "{\"\\udfff\":\"\\udfff\"}", "{\"a\":{\"b\":[1,2,{\"c\":null}]}}", "\"range\"", "\"search\"", "\"tail\"", "[\"a\",1,null]", "{\"x\":1}", "{\"x\":\"value 1\"}",
    ];

    private readonly Random random = new(seed);
    private readonly List<byte[][]> sent = [];
    private int count;

    /// <summary>Whatever code the kernel is asked to run by somebody with the key, and may therefore run: each once, however often it is replayed.</summary>
    public HashSet<string> Allowed { get; } = [];

    public byte[][] Next()
    {
        count++;
        byte[][] frames = random.Next(12) switch
        {
            0 => Forged(),
            1 => Incomplete(),
            2 => Noise(),
            3 => Replayed(),
            4 => Signed(Type(), Nested()),
            5 => Signed(UnknownType(), Content()),
            6 => Signed(Type(), "[1,2]"),
            7 => WithBrokenPart(),
            8 => Changed(),
            9 => Signed("execute_request", Code()),
            _ => Signed(Type(), Content()),
        };
        if (sent.Count < 1_000)
            sent.Add(frames);
        return frames;
    }

    private byte[][] Signed(string type, string content) => SignedFrames.Of(connection.Key, "fuzz", Id(), type, content);

    // Now and then one that has been used before.
    private string Id() => random.Next(10) == 0 ? "the same" : string.Create(CultureInfo.InvariantCulture, $"fuzz-{count}");

    private byte[][] Forged() => SignedFrames.Of("guessed", "fuzz", Id(), "execute_request", """{"code":"forged"}""");

    private byte[][] Incomplete()
    {
        var frames = Signed("execute_request", """{"code":"forged"}""");
        return [.. frames.Take(random.Next(1, frames.Length))];
    }

    private byte[][] Noise() => [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Bytes(random.Next(200)))];

    private byte[][] Replayed() => sent.Count == 0 ? Noise() : sent[random.Next(sent.Count)];

    private byte[][] Changed()
    {
        var frames = Signed("execute_request", """{"code":"forged"}""");
        var frame = random.Next(1, frames.Length);
        frames[frame] = [.. frames[frame]];
        if (frames[frame].Length > 0)
            frames[frame][random.Next(frames[frame].Length)] ^= (byte)(1 << random.Next(8));
        return frames;
    }

    // Signed with the key, so that the kernel gets as far as reading it.
    private byte[][] WithBrokenPart()
    {
        var parts = new[] { "{\"msg_type\":\"execute_request\",\"msg_id\":\"b\"}", "{}", "{}", "{\"code\":\"forged\"}" }.Select(Encoding.UTF8.GetBytes).ToArray();
        parts[random.Next(4)] = random.Next(6) switch
        {
            0 => [],
            1 => Bytes(50),
            2 => "null"u8.ToArray(),
            3 => Encoding.UTF8.GetBytes($"{{\"msg_type\":{Odd[random.Next(Odd.Length)]}}}x"),
            4 => Encoding.UTF8.GetBytes(new string('[', 5_000)),
            _ => [0xef, 0xbb, 0xbf, (byte)'{', 0xff, (byte)'}'],
        };
        return [Encoding.UTF8.GetBytes("<IDS|MSG>"), SignedFrames.Sign(connection.Key, parts), .. parts];
    }

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Type() => Types[random.Next(Types.Length)];

    private string UnknownType() => random.Next(6) switch
    {
        0 => "",
        1 => "_request",
        2 => "execute_reply",
        3 => new string('x', 10_000),
        4 => "\\u0000\\ud800",
        _ => $"unknown{random.Next(100)}_request",
    };

    private string Nested()
    {
        var depth = random.Next(1, 2_000);
        return $"{{\"{Fields[random.Next(Fields.Length)]}\":{string.Concat(Enumerable.Repeat("[", depth))}{string.Concat(Enumerable.Repeat("]", depth))}}}";
    }

    private string Content() =>
        $"{{{string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ => $"\"{Fields[random.Next(Fields.Length)]}\":{Value()}"))}}}";

    private string Value() => random.Next(500) == 0 ? $"\"{new string('y', 100_000)}\"" : Odd[random.Next(Odd.Length)];

    private string Code()
    {
        var code = $"value of message {count}";
        Allowed.Add(code);
        return $"{{\"code\":\"{code}\",\"user_expressions\":{Value()}}}";
    }
}
