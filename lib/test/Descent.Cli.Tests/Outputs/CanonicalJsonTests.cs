using Descent.Cli.Outputs;

namespace Descent.Cli.Tests.Outputs;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b": [1, 2.0, 0.10], "a": "x₀ <1>" }""", """{"a":"x₀ <1>","b":[1,2,0.1]}""")]
    [InlineData("[1e-05, 0.00001, 1E-05]", "[1E-05,1E-05,1E-05]")]
    [InlineData("[0.0, -0.0, -0, 9007199254740993]", "[0,0,0,9007199254740993]")]
    [InlineData("[true, null, {}, []]", "[true,null,{},[]]")]
    [InlineData("no JSON", "no JSON")]
    public void There_is_one_way_to_write_a_value(string text, string expected)
    {
        Assert.Equal(expected, CanonicalJson.Of(text));
        Assert.Equal(expected, CanonicalJson.Of(CanonicalJson.Of(text)));
    }

    [Fact]
    public void A_number_keeps_all_its_digits() => Assert.Equal("[0.30000000000000004]", CanonicalJson.Of("[0.30000000000000004]"));
}
