using Descent.Cli.Outputs;

namespace Descent.Cli.Tests.Outputs;

public sealed class OutputCollectorTests
{
    private readonly OutputCollector outputs = new();

    [Fact]
    public void Writes_to_one_stream_join_until_something_else_comes_between()
    {
        outputs.Write(1, "stdout", "a");
        outputs.Write(1, "stdout", "b");
        outputs.Write(1, "stderr", "c");
        outputs.Write(1, "stdout", "d");
        outputs.Write(2, "stdout", "e");

        Assert.Equal(
            [new RecordedOutput.Stream("stdout", "ab"), new RecordedOutput.Stream("stderr", "c"), new RecordedOutput.Stream("stdout", "d")],
            outputs.OutputsOf(1));
        Assert.Equal([new RecordedOutput.Stream("stdout", "e")], outputs.OutputsOf(2));
        Assert.Empty(outputs.OutputsOf(3));
    }

    [Fact]
    public void An_update_replaces_every_showing_and_keeps_its_place()
    {
        outputs.Display(1, "x", Text("old"));
        outputs.Write(1, "stdout", "a");
        outputs.Display(2, "x", Text("old"));
        outputs.Update("x", Text("new"));
        outputs.Update("never shown", Text("lost"));

        Assert.Equal("new", TextOf(outputs.OutputsOf(1)[0]));
        Assert.Equal("new", TextOf(outputs.OutputsOf(2)[0]));
        Assert.Equal(2, outputs.OutputsOf(1).Count);
    }

    private static Dictionary<string, string> Text(string text) => new() { ["text/plain"] = text };

    private static string TextOf(RecordedOutput output) => Assert.IsType<RecordedOutput.DisplayData>(output).Data["text/plain"];
}
