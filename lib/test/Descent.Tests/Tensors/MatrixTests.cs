namespace Descent.Tests;

public sealed class MatrixTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 4)]
    [InlineData(7, 5, 10)]
    [InlineData(13, 17, 50)]
    [InlineData(3, 0, 2)]
    public void MatMul_agrees_with_MathNet_and_a_plain_loop(int rows, int inner, int columns)
    {
        var (a, b) = (Tensor.Normal(1, 0, 1, rows, inner), Tensor.Normal(2, 0, 1, inner, columns));
        var product = a.MatMul(b);
        Assert.Equal([rows, columns], product.Shape);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                Assert.Equal(Enumerable.Range(0, inner).Sum(k => a[i, k] * b[k, j]), product[i, j], 1e-12);
        }

        if (inner > 0)
            Assert.True(Tensor.From(a.AsMatrix() * b.AsMatrix()).AlmostEquals(product, 1e-12));
    }

    [Fact]
    public void Vectors_count_as_rows_on_the_left_and_columns_on_the_right()
    {
        var matrix = Tensor.FromRows([1, 2, 3], [4, 5, 6]);
        Assert.Equal(Tensor.Of(9, 12, 15), Tensor.Of(1, 2).MatMul(matrix));
        Assert.Equal(Tensor.Of(14, 32), matrix.MatMul(Tensor.Of(1, 2, 3)));
        Assert.Equal(11, Tensor.Of(1, 2).MatMul(Tensor.Of(3, 4)).ToScalar());
        Assert.Equal(32, Tensor.Of(1, 2, 3).Dot(Tensor.Of(4, 5, 6)));
    }

    [Fact]
    public void Transpose_exchanges_indexes()
    {
        Assert.Equal(Tensor.FromRows([1, 4], [2, 5], [3, 6]), Tensor.FromRows([1, 2, 3], [4, 5, 6]).Transpose());
        Assert.Equal(Tensor.Of(1, 2), Tensor.Of(1, 2).Transpose());
        var cube = Tensor.Range(0, 24).Reshape(2, 3, 4);
        Assert.Equal(cube[1, 2, 3], cube.Transpose()[3, 2, 1]);
        Assert.Equal(cube[1, 0, 2], cube.Transpose()[2, 0, 1]);
        Assert.Equal([4, 3, 2], cube.Transpose().Shape);
    }

    [Fact]
    public void MathNet_gets_a_copy_of_the_same_numbers()
    {
        var matrix = Tensor.FromRows([1, 2, 3], [4, 5, 6]);
        var copy = matrix.AsMatrix();
        Assert.Equal(6, copy[1, 2]);
        copy[1, 2] = 0;
        Assert.Equal(6, matrix[1, 2]);
        Assert.Equal(matrix, Tensor.From(matrix.AsMatrix()));
        Assert.Equal(Tensor.Of(1, 2), Tensor.From(Tensor.Of(1, 2).AsVector()));
    }
}
