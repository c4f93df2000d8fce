using Descent.Kernels;

namespace Descent.Tests.Kernels;

public class VectorArithmeticTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(101)]
    public void Scaled_difference_has_the_bits_of_the_plain_loop(int count)
    {
        var (values, direction) = (Numbers(1, count), Numbers(2, count));
        var (expected, found) = (new double[count], new double[count]);

        PlainArithmetic.SubtractScaled(values, direction, 0.1, expected);
        VectorArithmetic.SubtractScaled(values, direction, 0.1, found);

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(101)]
    public void Sigmoid_slope_has_the_bits_of_the_plain_loop(int count)
    {
        var hidden = Numbers(1, count);
        var (expected, found) = (Numbers(2, count), Numbers(2, count));

        PlainArithmetic.MultiplyBySigmoidSlope(expected, hidden);
        VectorArithmetic.MultiplyBySigmoidSlope(found, hidden);

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    [InlineData(5, 7)]
    [InlineData(13, 56)]
    public void Rows_are_added_with_the_bits_of_the_plain_loop(int rows, int columns)
    {
        var row = Numbers(1, columns);
        var (expected, found) = (Numbers(2, rows * columns), Numbers(2, rows * columns));

        PlainArithmetic.AddToRows(expected, row);
        VectorArithmetic.AddToRows(found, row);

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    [InlineData(5, 7)]
    [InlineData(100, 56)]
    public void Columns_are_summed_with_the_bits_of_the_plain_loop(int rows, int columns)
    {
        var matrix = Numbers(1, rows * columns);
        var (expected, found) = (Numbers(2, columns), Numbers(3, columns));

        PlainArithmetic.SumRows(matrix, expected);
        VectorArithmetic.SumRows(matrix, found);

        Assert.Equal(expected, found);
    }

    private static double[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }
}
