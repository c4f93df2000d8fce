namespace Descent.Scripting.Tests;

public sealed class InspectionTests
{
    [Theory]
    [InlineData("Math.Max(1, 2)", 6, "Math.Max(int val1, int val2)", "Returns the larger of two 32-bit signed integers.")]
    [InlineData("Math.Max(1, 2", 13, "Math.Max(int val1, int val2)", "Returns the larger of two 32-bit signed integers.")]
    [InlineData("new System.Collections.Generic.List<int>().Add(", 47, "List<int>.Add(int item)", "Adds an object to the end")]
    public async Task A_signature_comes_with_its_documentation(string code, int position, string signature, string documentation)
    {
        await using var cells = new Recorder();
        var found = await cells.Session.InspectAsync(code, position, CancellationToken.None);
        Assert.Contains(signature, found!.PlainText, StringComparison.Ordinal);
        Assert.Contains(documentation, found.PlainText, StringComparison.Ordinal);
        Assert.StartsWith("```csharp\n", found.Forms["text/markdown"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_s_documentation_is_shown()
    {
        await using var cells = new Recorder();
        await cells.ValueOfAsync("#r \"nuget: MathNet.Numerics, 5.0.0\"\nusing MathNet.Numerics.Distributions;");
        var found = await cells.Session.InspectAsync("Normal.Sample(0, 1)", 9, CancellationToken.None);
        Assert.Contains("Normal.Sample(double mean, double stddev)", found!.PlainText, StringComparison.Ordinal);
        Assert.Contains("Generates a sample from the normal distribution", found.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_cell_s_variable_is_shown_with_its_type()
    {
        await using var cells = new Recorder();
        await cells.RunAsync("var rates = new double[] { 0.1, 0.01 };");
        Assert.Contains("double[] rates", (await cells.Session.InspectAsync("rates", 3, CancellationToken.None))!.PlainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("unheardOf", 4)]
    [InlineData("1 + 1", 2)]
    public async Task Where_there_is_nothing_to_explain_nothing_is_found(string code, int position)
    {
        await using var cells = new Recorder();
        Assert.Null(await cells.Session.InspectAsync(code, position, CancellationToken.None));
    }
}
