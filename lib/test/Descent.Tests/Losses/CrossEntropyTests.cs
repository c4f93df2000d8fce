namespace Descent.Tests;

public sealed class CrossEntropyTests
{
    private const double OfRight = 0.5108256237659907;
    private const double OfWrong = 2.302585092994046;

    [Fact]
    public void The_article_s_outputs_give_the_known_losses()
    {
        var t = Labels.OneHot(2, classes: 10);
        Assert.Equal(OfRight, Losses.CrossEntropy(Article.Output, t), 1e-15);
        Assert.Equal(OfWrong, Losses.CrossEntropy(Article.OutputForSeven, t), 1e-15);
        Assert.Equal(OfRight, Losses.CrossEntropy(Article.Output, 2), 1e-15);
        Assert.Equal(OfWrong, Losses.CrossEntropy(Article.OutputForSeven, 2), 1e-15);
    }

    [Fact]
    public void A_shifted_logarithm_would_give_another_loss() =>
        Assert.NotEqual(-Math.Log(0.6 + 1e-7), Losses.CrossEntropy(Article.Output, 2), 1e-9);

    [Fact]
    public void A_batch_is_averaged_with_either_kind_of_labels()
    {
        var average = Losses.CrossEntropy(Article.Batch, [2, 2]);
        Assert.Equal((OfRight + OfWrong) / 2, average, 1e-15);
        Assert.Equal(average, Losses.CrossEntropy(Article.Batch, Labels.OneHot([2, 2], classes: 10)));
        Assert.NotEqual(OfRight + OfWrong, average, 1e-3);
    }

    [Fact]
    public void A_certain_and_right_output_costs_nothing()
    {
        var loss = Losses.CrossEntropy(Tensor.Of(0, 1, 0), 1);
        Assert.Equal(0, loss);
        Assert.False(double.IsNegative(loss));
    }

    [Fact]
    public void A_probability_of_zero_costs_much_but_not_infinitely_much()
    {
        Assert.Equal(-Math.Log(Losses.SmallestProbability), Losses.CrossEntropy(Tensor.Of(0, 1), 0), 1e-12);
        Assert.Equal(-Math.Log(1e-300), Losses.CrossEntropy(Tensor.Of(1e-300, 1), 0), 1e-12);
    }

    [Fact]
    public void Soft_targets_weigh_every_class() =>
        Assert.Equal(-(0.3 * Math.Log(0.2) + 0.7 * Math.Log(0.8)), Losses.CrossEntropy(Tensor.Of(0.2, 0.8), Tensor.Of(0.3, 0.7)), 1e-15);

    [Fact]
    public void Ten_equal_probabilities_cost_the_logarithm_of_ten() =>
        Assert.Equal(Math.Log(10), Losses.CrossEntropy(Activations.Softmax(Tensor.Zeros(5, 10)), [0, 1, 2, 3, 4]), 1e-12);

    [Fact]
    public void After_softmax_its_gradient_is_y_minus_t()
    {
        var scores = Tensor.Normal(1, 0, 1, 3, 4);
        var t = Labels.OneHot([1, 3, 0], classes: 4);
        GradientCheck.Passes(x => Losses.CrossEntropy(Activations.Softmax(x), t), scores, (Activations.Softmax(scores) - t) / 3);
    }

    [Fact]
    public void NaN_passes_through_with_either_kind_of_labels()
    {
        var y = Tensor.FromRows([double.NaN, 1], [0.5, 0.5]);
        Assert.True(double.IsNaN(Losses.CrossEntropy(y, [1, 0])));
        Assert.True(double.IsNaN(Losses.CrossEntropy(y, Labels.OneHot([1, 0], classes: 2))));
    }

    [Fact]
    public void A_negative_probability_or_target_is_named()
    {
        Assert.StartsWith(
            "CrossEntropy: y holds -0.5 at position 1, but a probability cannot be negative. Apply Activations.Softmax to the outputs first.",
            Assert.Throws<ArgumentException>(() => Losses.CrossEntropy(Tensor.Of(1, -0.5), 0)).Message);
        Assert.Contains("t holds -1 at position 0", Assert.Throws<ArgumentException>(() => Losses.CrossEntropy(Tensor.Of(1), Tensor.Of(-1))).Message);
    }

    [Fact]
    public void A_probability_or_target_of_more_than_one_is_named()
    {
        Assert.StartsWith(
            "CrossEntropy: y holds 1.5 at position 2, but a probability cannot be more than 1. Apply Activations.Softmax to the outputs first.",
            Assert.Throws<ArgumentException>("y", () => Losses.CrossEntropy(Tensor.FromRows([0, 1], [1.5, 0]), [1, 0])).Message);
        Assert.Contains("t holds 2 at position 1", Assert.Throws<ArgumentException>("t", () => Losses.CrossEntropy(Tensor.Of(0, 1), Tensor.Of(0, 2))).Message);
    }

    [Fact]
    public void What_rounding_puts_above_one_costs_as_much_as_one()
    {
        Assert.Equal(0, Losses.CrossEntropy(Tensor.Of(1 + 1e-12, 0), 0));
        Assert.Equal(0, Losses.CrossEntropy(Tensor.Of(Math.BitIncrement(1.0), 0), Tensor.Of(1, 0)));
        Assert.Throws<ArgumentException>(() => Losses.CrossEntropy(Tensor.Of(1 + 1e-8, 0), 0));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void A_label_out_of_range_is_named_with_the_classes(int label)
    {
        var message = $"Label {label} is out of range: with 2 classes, labels go from 0 to 1.";
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => Losses.CrossEntropy(Tensor.Of(0.5, 0.5), label)).Message);
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => Losses.CrossEntropy(Tensor.FromRows([0.5, 0.5]), [label])).Message);
    }
}
