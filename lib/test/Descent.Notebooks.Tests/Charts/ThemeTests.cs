using System.Globalization;

namespace Descent.Notebooks.Tests.Charts;

public sealed class ThemeTests
{
    public static TheoryData<string> Colours => [.. Theme.Palette, Theme.Text];

    [Theory, MemberData(nameof(Colours))]
    public void Colour_stands_out_on_a_white_page_and_on_a_dark_one(string colour)
    {
        Assert.InRange(Contrast(colour, "#ffffff"), 3, 21);
        Assert.InRange(Contrast(colour, "#1e1e1e"), 3, 21);
    }

    [Fact]
    public void Contrast_of_black_on_white_is_21_and_yellow_on_white_would_fail()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 1e-9);
        Assert.True(Contrast("#ffff00", "#ffffff") < 3);
    }

    [Fact]
    public void Palette_has_eight_different_colours() => Assert.Equal(8, Theme.Palette.Distinct().Count());

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(string one, string other)
    {
        var (bright, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (bright + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        var channels = new[] { 1, 3, 5 }.Select(start =>
        {
            var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }).ToArray();
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
    }
}
