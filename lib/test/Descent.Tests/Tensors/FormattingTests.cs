namespace Descent.Tests;

public sealed class FormattingTests
{
    [Theory]
    [InlineData(new[] { 6.0, 8 }, "[6, 8]")]
    [InlineData(new[] { 6.00000000000378, 7.999999999991189 }, "[6, 8]")]
    [InlineData(new[] { -2.99999994, 3.99999992 }, "[-2.99999994, 3.99999992]")]
    [InlineData(new[] { -6.111107929e-10, 8.15e-10 }, "[-6.111108e-10, 8.15e-10]")]
    [InlineData(new[] { 1e12, 99999999, 1e-4, 0.00005 }, "[1e12, 99999999, 0.0001, 5e-5]")]
    [InlineData(new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0 }, "[NaN, Infinity, -Infinity, 0]")]
    [InlineData(new double[0], "[]")]
    public void A_vector_shows_rounded_numbers(double[] values, string text) => Assert.Equal(text, Tensor.Of(values).ToString());

    [Fact]
    public void A_matrix_shows_aligned_rows() =>
        Assert.Equal("[[  1, 2.5],\n [-10,   4]]", Tensor.FromRows([1, 2.5], [-10, 4]).ToString());

    [Fact]
    public void A_cube_shows_matrices_apart() =>
        Assert.Equal("[[[0, 1],\n  [2, 3]],\n\n [[4, 5],\n  [6, 7]]]", Tensor.Range(0, 8).Reshape(2, 2, 2).ToString());

    [Fact]
    public void A_scalar_shows_its_number() => Assert.Equal("5", Tensor.Scalar(5).ToString());

    [Fact]
    public void A_huge_tensor_shows_its_edges_and_its_shape()
    {
        Assert.Equal("[0, 1, 2, …, 1998, 1999, 2000]  shape (2001)", Tensor.Range(0, 2001).ToString());
        var lines = Tensor.Zeros(784, 50).ToString().Split('\n');
        Assert.Equal("[[0, 0, 0, …, 0, 0, 0],", lines[0]);
        Assert.Equal(" …,", lines[3]);
        Assert.Equal(" [0, 0, 0, …, 0, 0, 0]]  shape (784, 50)", lines[^1]);
        Assert.Equal(7, lines.Length);
    }
}
