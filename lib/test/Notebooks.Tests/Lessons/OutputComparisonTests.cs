using Descent.Cli.Outputs;

namespace Notebooks.Tests.Lessons;

public sealed class OutputComparisonTests
{
    [Fact]
    public void Equal_outputs_have_no_difference() =>
        Assert.Null(OutputComparison.FirstDifference([Text("loss 0.1"), Result("1")], [Text("loss 0.1"), Result("1")]));

    [Fact]
    public void One_changed_digit_is_found_and_shown()
    {
        var difference = OutputComparison.FirstDifference([Text("a"), Result("loss 0.10")], [Text("a"), Result("loss 0.11")]);

        Assert.Equal("text/plain differs: \"…loss 0.10…\" in the first run, \"…loss 0.11…\" in the second", difference);
    }

    [Fact]
    public void A_missing_output_is_found_by_shape()
    {
        var difference = OutputComparison.FirstDifferenceInShape([Text("a"), Result("1")], [Text("b")]);

        Assert.Equal("the first run showed [stdout; result text/plain], the second [stdout]", difference);
    }

    [Fact]
    public void Shape_does_not_look_at_numbers() => Assert.Null(OutputComparison.FirstDifferenceInShape([Text("12 ms")], [Text("13 ms")]));

    private static RecordedOutput.Stream Text(string text) => new("stdout", text);

    private static RecordedOutput.ExecuteResult Result(string text) => new(new Dictionary<string, string> { ["text/plain"] = text });
}
