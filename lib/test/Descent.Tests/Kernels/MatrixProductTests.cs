using Descent.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Descent.Tests.Kernels;

public class MatrixProductTests
{
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 1 }, { 3, 4, 1 }, { 5, 7, 2 }, { 6, 5, 3 }, { 4, 3, 4 }, { 11, 9, 7 }, { 5, 8, 8 }, { 7, 50, 10 },
        { 10, 13, 16 }, { 12, 6, 23 }, { 9, 31, 33 }, { 100, 784, 50 }, { 100, 50, 56 }, { 6, 7, 17 }, { 8, 9, 26 }, { 4, 11, 42 },
        { 13, 5, 49 }, { 7, 3, 58 }, { 9, 4, 98 }, { 13, 5, 200 }, { 2, 0, 9 }, { 0, 4, 9 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Product_has_the_bits_of_the_plain_loops(int rows, int inner, int columns)
    {
        var a = Numbers(1, rows * inner);
        var b = Numbers(2, inner * columns);
        var expected = new double[rows * columns];
        var found = Numbers(3, rows * columns);

        PlainProduct.Multiply(a, b, expected, rows, inner, columns);
        MatrixProduct.Multiply(a, b, found, rows, inner, columns);

        Assert.Equal(expected, found);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Product_with_a_transposed_left_operand_has_the_bits_of_the_plain_loops(int rows, int inner, int columns)
    {
        var a = Numbers(4, inner * rows);
        var b = Numbers(5, inner * columns);
        var expected = new double[rows * columns];
        var found = Numbers(6, rows * columns);

        PlainProduct.MultiplyTransposed(a, b, expected, rows, inner, columns);
        MatrixProduct.MultiplyTransposed(a, b, found, rows, inner, columns);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Product_agrees_with_another_library()
    {
        var a = Matrix<double>.Build.Random(37, 91, 7);
        var b = Matrix<double>.Build.Random(91, 45, 8);
        var found = new double[37 * 45];

        MatrixProduct.Multiply(a.ToRowMajorArray(), b.ToRowMajorArray(), found, 37, 91, 45);

        var expected = (a * b).ToRowMajorArray();
        for (var i = 0; i < found.Length; i++)
            Assert.Equal(expected[i], found[i], 1e-12);
    }

    [Fact]
    public void Product_of_a_zero_and_an_infinity_is_not_a_number()
    {
        var found = new double[1];

        MatrixProduct.Multiply([0, 1], [double.PositiveInfinity, 1], found, 1, 2, 1);

        Assert.True(double.IsNaN(found[0]));
    }

    [Fact]
    public void Product_into_too_small_a_result_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => MatrixProduct.Multiply(new double[6], new double[6], new double[3], 2, 3, 2));
    }

    private static double[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }
}
