using Descent.Tests.Data;

namespace Descent.Tests.Networks;

public class TwoLayerNetworkTests
{
    private static readonly TwoLayerNetwork Network = TwoLayerNetwork.Random(784, 50, 10, seed: 1);
    private static readonly Tensor Images = Digits.Mnist.Train.Pixels(..100);
    private static readonly ImageSet Hundred = Digits.Mnist.Train.Take(100);

    [Fact]
    public void Lesson_network_has_39760_parameters()
    {
        Assert.Equal(39_760, Network.ParameterCount);
        Assert.Equal("784-50-10 network, 39,760 parameters", Network.ToString());
    }

    [Fact]
    public void Untrained_loss_is_about_the_logarithm_of_ten() =>
        Assert.Equal(Math.Log(10), Network.Loss(Images, Hundred.Labels), 0.01);

    [Fact]
    public void Same_seed_gives_the_same_network_and_another_seed_another()
    {
        Assert.Equal(Network, TwoLayerNetwork.Random(784, 50, 10, seed: 1));
        Assert.NotEqual(Network, TwoLayerNetwork.Random(784, 50, 10, seed: 2));
    }

    [Fact]
    public void Weights_start_small_and_biases_at_zero()
    {
        Assert.InRange(Math.Sqrt((Network.W1 * Network.W1).Mean()), 0.0099, 0.0101);
        Assert.InRange(Network.W1.Mean(), -0.0002, 0.0002);
        Assert.Equal(Tensor.Zeros(50), Network.B1);
        Assert.Equal(Tensor.Zeros(10), Network.B2);
    }

    [Fact]
    public void Predictions_are_those_of_another_library()
    {
        var loss = Network.Loss(Images, Hundred.OneHot());
        var expected = MathNetNetwork.Differentiate(Network, Images, Hundred.OneHot()).Loss;

        Assert.Equal(expected, loss, 1e-12);
        Assert.Equal(loss, Losses.CrossEntropy(Network.Predict(Images), Hundred.Labels), 1e-12);
        for (var i = 0; i < 100; i++)
            Assert.Equal(1, Network.Predict(Images).Row(i).Sum(), 1e-12);
    }

    [Fact]
    public void Labels_and_one_hot_rows_give_the_same_bits()
    {
        Assert.Equal(Network.Loss(Images, Hundred.Labels), Network.Loss(Images, Hundred.OneHot()));
        Assert.Equal(Network.Gradient(Images, Hundred.Labels), Network.Gradient(Images, Hundred.OneHot()));
    }

    [Fact]
    public void One_sample_may_be_a_vector()
    {
        Assert.Equal([10], Network.Predict(Hundred.Flat(7)).Shape);
        Assert.Equal(Network.Logits(Images).Row(7), Network.Logits(Hundred.Flat(7)));
        Assert.Equal(Network.Classify(Images)[7], Assert.Single(Network.Classify(Hundred.Flat(7))));
        Assert.Equal(Network.Loss(Hundred.Flat(7), [3]), Network.Loss(Hundred.Flat(7), Labels.OneHot(3, 10)));
    }

    [Fact]
    public void Accuracy_of_a_set_is_that_of_its_pixels()
    {
        var set = Digits.Mnist.Test.Take(1_234);
        Assert.Equal(Network.Accuracy(set.All(), set.Labels), Network.Accuracy(set));
    }

    [Fact]
    public void Huge_logits_give_a_finite_loss()
    {
        var network = Network with { W2 = Network.W2 * 1e300 };
        Assert.True(double.IsFinite(network.Loss(Images, Hundred.Labels)));
    }

    [Fact]
    public void Step_is_weights_less_learning_rate_times_gradient()
    {
        var gradient = Network.Gradient(Images, Hundred.Labels);
        var next = Network.Step(gradient, 0.1);

        Assert.Equal(Network.W1 - (0.1 * gradient.W1), next.W1);
        Assert.Equal(Network.B1 - (0.1 * gradient.B1), next.B1);
        Assert.Equal(Network.W2 - (0.1 * gradient.W2), next.W2);
        Assert.Equal(Network.B2 - (0.1 * gradient.B2), next.B2);
        Assert.True(next.Loss(Images, Hundred.Labels) < gradient.Loss);
    }

    [Fact]
    public void Wrong_shapes_are_named_with_the_operation()
    {
        var input = Assert.Throws<ShapeException>(() => Network.Predict(Tensor.Zeros(3, 783)));
        Assert.Contains("Predict", input.Message, StringComparison.Ordinal);
        Assert.Contains("(3, 783)", input.Message, StringComparison.Ordinal);
        Assert.Contains("(784, 50)", input.Message, StringComparison.Ordinal);
        Assert.Contains("(100, 9)", Assert.Throws<ShapeException>(() => Network.Loss(Images, Tensor.Zeros(100, 9))).Message, StringComparison.Ordinal);
        Assert.Contains("W2", Assert.Throws<ShapeException>(() => (Network with { W2 = Tensor.Zeros(40, 10) }).Logits(Images)).Message, StringComparison.Ordinal);
        Assert.Contains("B1", Assert.Throws<ShapeException>(() => (Network with { B1 = Tensor.Zeros(40) }).Logits(Images)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_labels_and_empty_batches_are_named()
    {
        var label = Assert.Throws<ArgumentOutOfRangeException>(() => Network.Loss(Hundred.Pixels(..2), [3, 10]));
        Assert.Contains("The label 10 at position 1 is not a class: expected 0 to 9", label.Message, StringComparison.Ordinal);
        var count = Assert.Throws<ArgumentException>(() => Network.Gradient(Hundred.Pixels(..2), [3]));
        Assert.Contains("Gradient: 1 labels for 2 samples", count.Message, StringComparison.Ordinal);
        var empty = Assert.Throws<ArgumentException>(() => Network.Loss(Tensor.Zeros(0, 784), []));
        Assert.Contains("Loss: the batch is empty", empty.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Learning_rate_that_makes_no_sense_is_refused(double learningRate)
    {
        var gradient = Network.Gradient(Images, Hundred.Labels);
        var problem = Assert.Throws<ArgumentOutOfRangeException>(() => Network.Step(gradient, learningRate));
        Assert.Contains("The learning rate must be a finite number above 0", problem.Message, StringComparison.Ordinal);
    }
}
