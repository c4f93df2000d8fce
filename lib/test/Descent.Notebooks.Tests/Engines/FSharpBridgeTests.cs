namespace Descent.Notebooks.Tests.Engines;

/// <summary>Each in a program of its own, as an engine is one: what a process has loaded once it keeps.</summary>
public sealed class FSharpBridgeTests
{
    private const string Registered = "registered 12 times";
    private const string Drawn = "Figure: Line (1 trace), page with the title: True";
    private const string Own = "FSharp.Core 10.1.0.0, Giraffe.ViewEngine 1.0.0.0";
    private const string OlderBesideOwn = "FSharp.Core 10.0.0.0, FSharp.Core 10.1.0.0, Giraffe.ViewEngine 1.0.0.0";

    // Each registers three times on each of four threads that start at once.
    [Theory]
    [InlineData("FSharp/older", "from-files", OlderBesideOwn)]
    [InlineData("FSharp/older", "packed", OlderBesideOwn)]
    [InlineData(".", "from-files", Own)]
    [InlineData("FSharp/newer", "from-files", "FSharp.Core 11.0.0.0, Giraffe.ViewEngine 1.0.0.0")]
    [InlineData(null, "from-files", Own)]
    [InlineData(null, "from-memory", Own)]
    public async Task Charts_are_drawn_whatever_FSharp_Core_the_engine_brings(string? brought, string situation, string loaded) =>
        Assert.Equal([Registered, Drawn, loaded], await StandIn.RunAsync(brought, situation));

    [Fact]
    public async Task A_chart_that_failed_before_the_course_was_registered_is_drawn_afterwards()
    {
        var lines = await StandIn.RunAsync("FSharp/older", "drawn-before");
        Assert.StartsWith("FileNotFoundException: Could not load file or assembly 'FSharp.Core, Version=10.1.0.0", lines[0], StringComparison.Ordinal);
        Assert.Equal([Registered, Drawn, OlderBesideOwn], lines[1..]);
    }

    [Fact]
    public async Task A_runtime_without_the_field_has_the_chart_say_what_to_do()
    {
        var lines = await StandIn.RunAsync("FSharp/older", "no-field");
        Assert.Equal(
            [
                "needed: True",
                "FileLoadException: Charts need FSharp.Core 10.1.0.0, and this engine brings 10.0.0.0. "
                    + "Open the notebook with the course's own kernel, .NET (C#): the README tells how, under \"Opening a lesson\".",
            ],
            lines[..2]);
    }
}
