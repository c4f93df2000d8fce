using Descent.Jupyter.Requests;

namespace Descent.Jupyter.Tests.Wire;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData("abc", 0, 0)]
    [InlineData("abc", 3, 3)]
    [InlineData("a😀b", 1, 1)]
    [InlineData("a😀b", 2, 3)]
    [InlineData("a😀b", 3, 4)]
    [InlineData("😀😀", 2, 4)]
    public void An_emoji_is_one_code_point_and_two_units(string text, int codePoints, int units)
    {
        Assert.Equal(units, CodePoints.ToUtf16(text, codePoints));
        Assert.Equal(codePoints, CodePoints.FromUtf16(text, units));
    }

    [Theory]
    [InlineData("abc", 99, 3)]
    [InlineData("abc", -1, 0)]
    [InlineData("", 5, 0)]
    public void A_position_outside_the_text_becomes_its_nearest_end(string text, int codePoints, int units) =>
        Assert.Equal(units, CodePoints.ToUtf16(text, codePoints));
}
