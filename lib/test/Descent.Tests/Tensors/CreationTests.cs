namespace Descent.Tests;

public sealed class CreationTests
{
    [Fact]
    public void Of_makes_a_vector() => Assert.Equal([3.0, 4.0], Tensor.Of(3, 4).ToArray());

    [Fact]
    public void FromRows_Matrix_and_Create_agree()
    {
        var expected = Tensor.Create([1, 2, 3, 4, 5, 6], 2, 3);
        Assert.Equal(expected, Tensor.FromRows([1, 2, 3], [4, 5, 6]));
        Assert.Equal(expected, Tensor.Matrix(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }));
        Assert.Equal([2, 3], expected.Shape);
        Assert.Equal((2, 6), (expected.Rank, expected.Length));
    }

    [Fact]
    public void Filled_tensors_have_their_shape_and_value()
    {
        Assert.Equal(Tensor.Create([0, 0, 0, 0], 2, 2), Tensor.Zeros(2, 2));
        Assert.Equal(Tensor.Of(1, 1, 1), Tensor.Ones(3));
        Assert.Equal(Tensor.Of(0.5, 0.5), Tensor.Full(0.5, 2));
        Assert.Equal(0, Tensor.Scalar(7).Rank);
        Assert.Equal(7, Tensor.Scalar(7).ToScalar());
    }

    [Fact]
    public void Range_leaves_out_its_end_and_Linspace_includes_it()
    {
        Assert.Equal(Tensor.Of(0, 0.25, 0.5, 0.75), Tensor.Range(0, 1, 0.25));
        Assert.Equal(Tensor.Of(3, 2, 1), Tensor.Range(3, 0, -1));
        Assert.Equal(0, Tensor.Range(3, 0).Length);
        Assert.Equal(Tensor.Of(0, 0.25, 0.5, 0.75, 1), Tensor.Linspace(0, 1, 5));
        Assert.Equal(0.7, Tensor.Linspace(0.1, 0.7, 4)[^1]);
    }

    [Fact]
    public void Normal_samples_have_their_mean_and_spread_and_repeat_with_the_seed()
    {
        var samples = Tensor.Normal(seed: 1, mean: 2, standardDeviation: 3, 100, 200);
        Assert.Equal(2, samples.Mean(), 0.1);
        Assert.Equal(3, (samples - samples.Mean()).Square().Mean() is var variance ? Math.Sqrt(variance) : 0, 0.1);
        Assert.Equal(samples, Tensor.Normal(1, 2, 3, 100, 200));
        Assert.NotEqual(samples, Tensor.Normal(2, 2, 3, 100, 200));
    }

    [Fact]
    public void Uniform_samples_stay_within_their_bounds_and_repeat_with_the_seed()
    {
        var samples = Tensor.Uniform(seed: 1, lower: -2, upper: 4, 10_000);
        Assert.InRange(samples.Min(), -2, -1.9);
        Assert.InRange(samples.Max(), 3.9, 4);
        Assert.Equal(1, samples.Mean(), 0.1);
        Assert.Equal(samples, Tensor.Uniform(1, -2, 4, 10_000));
    }

    [Fact]
    public void A_tensor_does_not_share_the_caller_s_array()
    {
        double[] values = [1, 2];
        var tensor = Tensor.Of(values);
        values[0] = 9;
        tensor.ToArray()[1] = 9;
        Assert.Equal(Tensor.Of(1, 2), tensor);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Assert.Contains("row 1 has 1 elements, but row 0 has 2", Assert.Throws<ArgumentException>(() => Tensor.FromRows([1, 2], [3])).Message);
        Assert.Contains("in steps of 0", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Range(0, 1, 0)).Message);
        Assert.Contains("at least 2", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Linspace(0, 1, 1)).Message);
        Assert.Contains("(2, -3)", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(2, -3)).Message);
        Assert.Contains("(100000, 100000)", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Zeros(100_000, 100_000)).Message);
        Assert.Contains("is -1", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Normal(1, 0, -1, 2)).Message);
        Assert.Contains("1 and 0", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Uniform(1, 1, 0, 2)).Message);
    }
}
