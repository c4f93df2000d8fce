namespace Descent.Tests;

public sealed class ReductionTests
{
    private static readonly Tensor Matrix = Tensor.FromRows([1, 9, 3], [4, 5, 6]);

    [Fact]
    public void Whole_tensors_reduce_to_numbers()
    {
        Assert.Equal(28, Matrix.Sum());
        Assert.Equal(28 / 6.0, Matrix.Mean());
        Assert.Equal(9, Matrix.Max());
        Assert.Equal(1, Matrix.Min());
        Assert.Equal(1, Matrix.ArgMax());
        Assert.Equal(5, Tensor.Of(3, 4).Norm());
        Assert.Equal(0, Tensor.Of().Sum());
    }

    [Fact]
    public void Axes_reduce_to_smaller_tensors()
    {
        Assert.Equal(Tensor.Of(5, 14, 9), Matrix.Sum(axis: 0));
        Assert.Equal(Tensor.Of(13, 15), Matrix.Sum(axis: 1));
        Assert.Equal(Tensor.Of(13, 15), Matrix.Sum(axis: -1));
        Assert.Equal(Tensor.FromRows([13], [15]), Matrix.Sum(axis: 1, keepDimensions: true));
        Assert.Equal(Tensor.Of(2.5, 7, 4.5), Matrix.Mean(axis: 0));
        Assert.Equal(Tensor.Of(4, 9, 6), Matrix.Max(axis: 0));
        Assert.Equal(Tensor.Of(1, 4), Matrix.Min(axis: 1));
        Assert.Equal([1, 0, 1], Matrix.ArgMax(axis: 0));
        Assert.Equal([1, 2], Matrix.ArgMax(axis: 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_axes_of_a_cube_agree_with_a_plain_loop(int axis)
    {
        var cube = Tensor.Uniform(1, -1, 1, 4, 5, 6);
        var sums = cube.Sum(axis);
        var largest = cube.Max(axis);
        var places = cube.ArgMax(axis);
        int[] rest = [.. Enumerable.Range(0, 3).Where(a => a != axis)];
        for (var i = 0; i < cube.Shape[rest[0]]; i++)
        {
            for (var j = 0; j < cube.Shape[rest[1]]; j++)
            {
                double[] line = [.. Enumerable.Range(0, cube.Shape[axis]).Select(k => axis switch
                {
                    0 => cube[k, i, j],
                    1 => cube[i, k, j],
                    _ => cube[i, j, k],
                })];
                Assert.Equal(line.Sum(), sums[i, j], 1e-14);
                Assert.Equal(line.Max(), largest[i, j]);
                Assert.Equal(Array.IndexOf(line, line.Max()), places[i * cube.Shape[rest[1]] + j]);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1003)]
    public void Sums_have_the_bits_of_eight_plain_lanes(int length)
    {
        var (x, y) = (Tensor.Normal(1, 0, 1, length), Tensor.Normal(2, 0, 1, length));
        var (sums, products) = (new double[8], new double[8]);
        for (var i = 0; i < length; i++)
        {
            sums[i % 8] += x[i];
            products[i % 8] += x[i] * y[i];
        }

        Assert.Equal(BitConverter.DoubleToInt64Bits(Combine(sums)), BitConverter.DoubleToInt64Bits(x.Sum()));
        Assert.Equal(BitConverter.DoubleToInt64Bits(Combine(products)), BitConverter.DoubleToInt64Bits(x.Dot(y)));

        static double Combine(double[] s) => ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
    }

    [Fact]
    public void The_first_of_equal_maxima_wins_and_NaN_is_never_the_largest()
    {
        Assert.Equal(1, Tensor.Of(1, 5, 5).ArgMax());
        Assert.StartsWith("ArgMax: the element at position 1 is NaN", Assert.Throws<ArgumentException>(() => Tensor.Of(1, double.NaN, 5).ArgMax()).Message);
        Assert.StartsWith("ArgMax: the element at position (1, 0) is NaN", Assert.Throws<ArgumentException>(() => Tensor.FromRows([1, 2], [double.NaN, 5]).ArgMax(axis: 0)).Message);
        Assert.True(double.IsNaN(Tensor.Of(1, double.NaN, 5).Max()));
        Assert.True(double.IsNaN(Tensor.Of(1, double.NaN, 5).Min()));
        Assert.True(double.IsNaN(Tensor.FromRows([1], [double.NaN]).Max(axis: 0)[0]));
    }

    [Fact]
    public void An_axis_that_does_not_exist_is_named()
    {
        Assert.Contains(
            "Sum: a tensor of shape (2, 3) has no axis 2. Axis must be from 0 to 1, or negative to count from the end.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Sum(axis: 2)).Message);
        Assert.Contains("Max: a tensor of shape () has no axis 0. A scalar has no axes", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Scalar(1).Max(axis: 0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.ArgMax(axis: -3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Mean(axis: 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Min(axis: 5));
    }
}
