namespace Descent.Scripting.Tests;

public sealed class CodeCheckTests
{
    [Theory]
    [InlineData("1 + 1")]
    [InlineData("var a = 1;")]
    [InlineData("for (var i = 0; i < 3; i++) { }")]
    [InlineData("#i \"nuget: somewhere\"\n#r \"nuget: A, 1\"\nvar text = \"\"\"\n  a\n  \"\"\";")]
    [InlineData("")]
    public void Code_that_could_run_is_complete(string code) => Assert.Equal(new CodeCheck(CodeState.Complete, ""), CodeCheck.Of(code));

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) {", "    ")]
    [InlineData("class A {\n  void B() {", "        ")]
    [InlineData("Math.Max(1,", "")]
    [InlineData("var text = \"\"\"\n", "")]
    [InlineData("/* a comment", "")]
    public void Code_with_something_open_is_incomplete(string code, string indent) =>
        Assert.Equal(new CodeCheck(CodeState.Incomplete, indent), CodeCheck.Of(code));

    [Theory]
    [InlineData("var x = ;")]
    [InlineData("1 + / 2;")]
    [InlineData("}")]
    public void Code_that_typing_on_cannot_cure_is_invalid(string code) => Assert.Equal(CodeState.Invalid, CodeCheck.Of(code).State);
}
