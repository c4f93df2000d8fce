namespace Descent.Tests;

public sealed class MeanSquaredErrorTests
{
    [Fact]
    public void The_article_s_outputs_give_the_known_losses()
    {
        var right = Article.Output;
        var t = Labels.OneHot(2, classes: 10);
        Assert.Equal(0.0975, Losses.MeanSquaredError(right, t), 1e-12);
        Assert.Equal(0.5975, Losses.MeanSquaredError(Article.OutputForSeven, t), 1e-12);
    }

    [Fact]
    public void It_is_neither_the_plain_sum_nor_the_mean_over_outputs()
    {
        var difference = Article.Output - Labels.OneHot(2, classes: 10);
        var loss = Losses.MeanSquaredError(Article.Output, Labels.OneHot(2, classes: 10));
        Assert.Equal(difference.Square().Sum() / 2, loss, 1e-15);
        Assert.NotEqual(difference.Square().Sum(), loss, 1e-3);
        Assert.NotEqual(difference.Square().Mean(), loss, 1e-3);
    }

    [Fact]
    public void A_batch_is_averaged_over_its_samples()
    {
        var t = Labels.OneHot([2, 2], classes: 10);
        Assert.Equal((0.0975 + 0.5975) / 2, Losses.MeanSquaredError(Article.Batch, t), 1e-12);
    }

    [Fact]
    public void Its_gradient_is_y_minus_t()
    {
        var t = Labels.OneHot(2, classes: 10);
        Assert.True(Gradients.Numerical(y => Losses.MeanSquaredError(y, t), Article.Output).AlmostEquals(Article.Output - t, 1e-9));
    }

    [Fact]
    public void NaN_passes_through() =>
        Assert.True(double.IsNaN(Losses.MeanSquaredError(Tensor.Of(double.NaN, 1), Tensor.Of(0, 1))));

    [Fact]
    public void It_is_infinite_only_where_a_square_is_no_double()
    {
        Assert.Equal(0.5 * (1.3e154 * 1.3e154), Losses.MeanSquaredError(Tensor.Of(1.3e154), Tensor.Of(0)));
        Assert.Equal(double.PositiveInfinity, Losses.MeanSquaredError(Tensor.Of(1.4e154), Tensor.Of(0)));
        Assert.Equal(double.PositiveInfinity, Losses.MeanSquaredError(Tensor.Of(double.MaxValue, 0), Tensor.Of(double.MinValue, 0)));
        Assert.Equal(0, Losses.MeanSquaredError(Tensor.Of(double.MaxValue), Tensor.Of(double.MaxValue)));
    }
}
