using System.Globalization;
using System.Text.Json;
using Descent.Cli.Tests.Support;
using Descent.Jupyter.Tests.Support;

namespace Faults.Tests.Protocol;

/// <summary>What editors ask while somebody types, with cursors and texts that no editor sends. None of it runs code.</summary>
public sealed class EditingHelpFuzzTests
{
    private const int Messages = 2_000;
    private const int AtOnce = 50;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    private static readonly string[] Requests = ["complete_request", "inspect_request", "is_complete_request"];

    // As JSON, since not all of them can be said in C#. Null stands for no cursor at all.
    private static readonly string?[] Cursors = [null, "0", "1", "3", "7", "-1", "-2147483648", "2147483647", "100000", "null"];
    private static readonly string[] WrongCursors = ["1.5", "1e400", "99999999999999999999999999", "\"3\"", "true", "[]", "{}"];
    private static readonly string[] WrongTexts = ["null", "1", "true", "[]", "{\"a\":1}", "[\"Math.\"]", "\"\\ud800\"", "\"Math.\\udfff\""];

    // What would be seen if it ran.
    private static readonly string[] Parts =
    [
        "witness++", "witness = 9; ", "Environment.Exit(3);", "Math.", "Math.Sq", "new List<", "using System.", "// ", "/*", "*/", "\"", "\"\"\"", "$\"{", "@\"", "'", "{", "}", "(", ")", "<", ">", ";", "\n", "\r", "\t", "\0",
        "#r \"", "#r \"nuget: ", "#r \"../", "#load \"", "#if", "#endif", "#!", "😀", "é", "e\u0301", "一些文字", "\u202e", "\ufeff", "\uffff", "\\u0041", "witness.", "x => x", "class ", "async ", "await ", "goto ", "=> ", " ", "0x", "1e999", "??=", "[", "]", "dynamic d",
    ];

    private readonly Random random = new(1);

    [Fact]
    public void The_kernel_answers_each_of_them_and_goes_on()
    {
        using var kernel = new KernelProcess();
        kernel.Run("var witness = 1;");
        kernel.Client.Ask("kernel_info_request", "{}", Channel.Control);
        kernel.Client.Ask("kernel_info_request", "{}");
        foreach (var asked in Enumerable.Range(0, Messages).Select(_ => Question()).Chunk(AtOnce))
        {
            var ids = Array.ConvertAll(asked, question => kernel.Client.Send(Channel.Shell, question.Type, question.Content));
            kernel.Client.Conversations(ids);
            foreach (var (question, id) in asked.Zip(ids))
                AssertAnswers(question, id, kernel.Client.NextReply($"the reply to {question}"));
        }

        kernel.Client.AssertAnswersWithin(MostTime, Channel.Control);
        kernel.Client.AssertAnswersWithin(MostTime, Channel.Shell);
        var cell = kernel.Client.Execute("witness + 1");
        Assert.Equal("2", cell.Single(message => message.Type == "execute_result").Content.GetProperty("data").GetProperty("text/plain").GetString());
        Assert.Equal(2, cell[^1].Content.GetProperty("execution_count").GetInt32());
    }

    private static void AssertAnswers(Question question, string id, Received reply)
    {
        Assert.Equal((id, question.Type.Replace("_request", "_reply", StringComparison.Ordinal)), (reply.ParentId, reply.Type));
        string[] expected = question.Code is null ? ["error"] : question.Type == "is_complete_request" ? ["complete", "incomplete", "invalid"] : ["ok"];
        Assert.True(expected.Contains(reply.Text("status")), $"{question} was answered with {reply.Line}");
        if (question.Code is null || question.Type != "complete_request")
            return;
        var (start, end) = (reply.Content.GetProperty("cursor_start").GetInt32(), reply.Content.GetProperty("cursor_end").GetInt32());
        Assert.True(start >= 0 && start <= end && end <= question.Code.EnumerateRunes().Count(), $"{question} was answered with {reply.Line}");
    }

    private Question Question()
    {
        var type = Requests[random.Next(Requests.Length)];
        var takesCursor = type != "is_complete_request";
        switch (random.Next(10))
        {
            case 0:
                return new Question(type, $$"""{"code":{{WrongTexts[random.Next(WrongTexts.Length)]}},"cursor_pos":0}""", null);
            case 1 when takesCursor:
                return new Question(type, $$"""{"code":"Math.","cursor_pos":{{WrongCursors[random.Next(WrongCursors.Length)]}}}""", null);
            default:
                var code = Code();
                var cursor = random.Next(2) == 0 ? random.Next(code.Length + 1).ToString(CultureInfo.InvariantCulture) : Cursors[random.Next(Cursors.Length)];
                return new Question(type, $$"""{"code":{{JsonSerializer.Serialize(code)}}{{(cursor is null ? "" : $",\"cursor_pos\":{cursor}")}}}""", code);
        }
    }

    private string Code()
    {
        var part = Parts[random.Next(Parts.Length)];
        return random.Next(200) == 0
            ? string.Concat(Enumerable.Repeat(part, 1_000))
            : string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Parts[random.Next(Parts.Length)]));
    }
}

/// <summary>A request, and its code if the kernel can read it.</summary>
internal sealed record Question(string Type, string Content, string? Code);
