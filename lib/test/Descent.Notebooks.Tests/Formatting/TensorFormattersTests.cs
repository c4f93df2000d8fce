namespace Descent.Notebooks.Tests.Formatting;

public sealed class TensorFormattersTests
{
    [Fact]
    public void Vector_is_one_row_with_its_shape()
    {
        var html = Bundle.Html(Tensor.Of(6, -0.5));
        Assert.Equal(1, Count(html, "<tr>"));
        Assert.Contains(">6</td>", html, StringComparison.Ordinal);
        Assert.Contains(">-0.5</td>", html, StringComparison.Ordinal);
        Assert.Contains("shape [2]", html, StringComparison.Ordinal);
        Assert.Equal("[6, -0.5]", Bundle.Plain(Tensor.Of(6, -0.5)));
    }

    [Fact]
    public void Matrix_is_a_table_of_its_rows()
    {
        var html = Bundle.Html(Tensor.Zeros(3, 2));
        Assert.Equal(3, Count(html, "<tr>"));
        Assert.Equal(6, Count(html, "<td "));
    }

    [Fact]
    public void Large_matrix_is_shown_by_its_corners()
    {
        var html = Bundle.Html(Tensor.Zeros(784, 50));
        Assert.Equal(11, Count(html, "<tr>"));
        Assert.Equal(99, Count(html, "<td "));
        Assert.Contains("…", html, StringComparison.Ordinal);
        Assert.Contains("shape [784, 50]", html, StringComparison.Ordinal);
        Assert.True(html.Length < 20_000);
    }

    [Fact]
    public void Other_ranks_are_shown_as_text()
    {
        Assert.Contains("<pre", Bundle.Html(Tensor.Zeros(2, 2, 2)), StringComparison.Ordinal);
        Assert.Contains("7", Bundle.Html(Tensor.Scalar(7)), StringComparison.Ordinal);
        Assert.Contains("shape [0]", Bundle.Html(Tensor.Zeros(0)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6.00000000000378, "6")]
    [InlineData(-0.03458764513820539, "-0.0345876")]
    [InlineData(39760, "39760")]
    [InlineData(-6.110979e-10, "-6.11098e-10")]
    [InlineData(1.5e12, "1.5e12")]
    [InlineData(0.0, "0")]
    [InlineData(double.NaN, "NaN")]
    public void Cells_have_six_significant_digits(double value, string expected) => Assert.Equal(expected, Markup.Number(value));

    [Fact]
    public void Colours_come_from_the_page()
    {
        var html = Bundle.Html(Tensor.Of(1));
        Assert.DoesNotContain("background", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
