namespace Descent.Tests;

public sealed class ActivationsTests
{
    [Fact]
    public void Sigmoid_has_its_known_values_and_never_overflows()
    {
        Assert.Equal(0.5, Activations.Sigmoid(0));
        Assert.Equal(0.8807970779778823, Activations.Sigmoid(2), 1e-15);
        Assert.Equal(1, Activations.Sigmoid(2) + Activations.Sigmoid(-2), 1e-15);
        Assert.Equal(Tensor.Of(0, 1), Activations.Sigmoid(Tensor.Of(-1000, 1000)));
    }

    [Fact]
    public void Sigmoid_of_a_number_is_that_of_a_tensor()
    {
        var x = Tensor.Linspace(-8, 8, 33);
        Assert.Equal(x.Map(Activations.Sigmoid), Activations.Sigmoid(x));
    }

    [Fact]
    public void The_slope_of_the_sigmoid_is_s_times_1_minus_s() =>
        Assert.Equal(Activations.Sigmoid(0.7) * (1 - Activations.Sigmoid(0.7)), Gradients.Derivative(Activations.Sigmoid, 0.7), 1e-9);

    [Fact]
    public void Step_is_1_only_for_positive_numbers()
    {
        Assert.Equal(Tensor.Of(0, 0, 1), Activations.Step(Tensor.Of(-3, 0, 1e-9)));
        Assert.True(double.IsNaN(Activations.Step(double.NaN)));
        Assert.Equal(0, Gradients.Derivative(Activations.Step, 2));
    }

    [Fact]
    public void Softmax_agrees_with_its_formula()
    {
        double[] scores = [0.3, 2.9, 4.0];
        var sum = scores.Sum(Math.Exp);
        Assert.True(Activations.Softmax(Tensor.Of(scores)).AlmostEquals(Tensor.Of([.. scores.Select(x => Math.Exp(x) / sum)]), 1e-15));
    }

    [Fact]
    public void Softmax_of_huge_logits_stays_finite()
    {
        Assert.Equal(Tensor.Of(0.5, 0.5, 0), Activations.Softmax(Tensor.Of(1000, 1000, -1000)));
        var naive = Tensor.Of(1000, 1000, -1000).Exp();
        Assert.True(double.IsNaN((naive / naive.Sum())[0]));
    }

    [Fact]
    public void Softmax_treats_every_row_by_itself()
    {
        var scores = Tensor.Normal(1, 0, 3, 7, 10);
        var all = Activations.Softmax(scores);
        for (var row = 0; row < 7; row++)
        {
            Assert.Equal(Activations.Softmax(scores.Row(row)), all.Row(row));
            Assert.Equal(1, all.Row(row).Sum(), 1e-15);
        }

        Assert.Equal([2, 3, 4], Activations.Softmax(Tensor.Zeros(2, 3, 4)).Shape);
    }
}
