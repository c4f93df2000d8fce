using Descent.Cli.CommandLine;
using Descent.Cli.Parameters;
using Descent.Cli.Tests.Support;

namespace Descent.Cli.Tests.Parameters;

public sealed class ParameterErrorTests
{
    [Fact]
    public void An_unknown_name_lists_the_known_ones_of_every_notebook() => Assert.Equal(
        "-p rat: no notebook has a parameter of that name, so nothing was run. The names that can be set:\n" +
        "  a.ipynb: rate, steps\n" +
        "  b.ipynb: (none)",
        ErrorFor("rat=1", ("a.ipynb", "var rate = 0.1; var steps = 2;"), ("b.ipynb", "// nothing yet")));

    [Theory]
    [InlineData("int x = 1;", "0.5", "int", "Give a whole number in its range, for example -p x=100.")]
    [InlineData("int x = 1;", "3000000000", "int", "Give a whole number in its range, for example -p x=100.")]
    [InlineData("var x = 1.0;", "0,5", "double", "Give a number with a decimal point, for example -p x=0.5.")]
    [InlineData("var x = 1.0;", "NaN", "double", "Give a number with a decimal point, for example -p x=0.5.")]
    [InlineData("var x = 1.0;", "1e999", "double", "Give a number with a decimal point, for example -p x=0.5.")]
    [InlineData("var x = true;", "yes", "bool", "Give true or false, for example -p x=true.")]
    [InlineData("var x = new[] { 1 };", "1,b", "int[]", "Give the elements with commas between them, for example -p x=1,2,3.")]
    public void A_value_of_another_type_is_refused(string source, string value, string type, string advice) => Assert.Equal(
        $"-p x: n.ipynb, cell 2, declares it as {type}; expected a value of that type, found \"{value}\". {advice}",
        ErrorFor($"x={value}", ("n.ipynb", source)));

    [Fact]
    public void A_type_that_no_text_can_stand_for_is_refused() => Assert.Equal(
        "-p x: n.ipynb, cell 2, declares it as System.TimeSpan; expected int, long, double, bool, string or an array of one of them. " +
        "Change it in the notebook instead.",
        ErrorFor("x=1", ("n.ipynb", "var x = System.TimeSpan.Zero;")));

    [Theory]
    [InlineData("rate")]
    [InlineData("=1")]
    public void A_setting_without_a_name_or_a_value_is_refused(string text) => Assert.Equal(
        $"-p {text}: expected name=value, for example -p learningRate=0.5, found \"{text}\".",
        Assert.Throws<UserError>(() => Setting.ParseAll([text])).Message);

    [Fact]
    public void A_name_given_twice_is_refused() => Assert.Equal(
        "-p rate: expected one value, found 2 (1, 2). Keep the one you mean.",
        Assert.Throws<UserError>(() => Setting.ParseAll(["rate=1", "steps=3", "rate=2"])).Message);

    private static string ErrorFor(string setting, params (string Label, string Source)[] notebooks) => Assert.Throws<UserError>(() =>
        ParameterRewriter.Apply(
            [.. notebooks.Select(notebook => TestNotebook.WithParameters(notebook.Label, notebook.Source))],
            Setting.ParseAll([setting]))).Message;
}
