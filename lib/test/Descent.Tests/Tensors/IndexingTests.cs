namespace Descent.Tests;

public sealed class IndexingTests
{
    private static readonly Tensor Matrix = Tensor.FromRows([1, 2, 3], [4, 5, 6]);
    private static readonly Tensor Cube = Tensor.Range(0, 24).Reshape(2, 3, 4);

    [Fact]
    public void Elements_are_found_by_one_index_for_each_axis()
    {
        Assert.Equal(4, Tensor.Of(3, 4)[1]);
        Assert.Equal(4, Tensor.Of(3, 4)[^1]);
        Assert.Equal(6, Matrix[1, 2]);
        Assert.Equal(1 * 12 + 2 * 4 + 3, Cube[1, 2, 3]);
    }

    [Fact]
    public void With_changes_a_copy()
    {
        Assert.Equal(Tensor.Of(3, 9), Tensor.Of(3, 4).With(1, 9));
        Assert.Equal(Tensor.FromRows([1, 2, 3], [9, 5, 6]), Matrix.With(1, 0, 9));
        Assert.Equal(-1, Cube.With([1, 2, 3], -1)[1, 2, 3]);
        Assert.Equal(4, Matrix[1, 0]);
    }

    [Fact]
    public void Rows_and_columns_are_copied_out()
    {
        Assert.Equal(Tensor.Of(4, 5, 6), Matrix.Row(1));
        Assert.Equal(Tensor.Of(3, 6), Matrix.Column(2));
        Assert.Equal(Tensor.FromRows([4, 5, 6]), Matrix.Rows(1..));
        Assert.Equal(Tensor.FromRows([4, 5, 6], [1, 2, 3], [4, 5, 6]), Matrix.Rows([1, 0, 1]));
        Assert.Equal(Tensor.Of(2, 3), Tensor.Of(1, 2, 3, 4)[1..3]);
        Assert.Equal([3, 4], Cube.Row(1).Shape);
        Assert.Equal([0, 3], Matrix.Rows(1..1).Shape);
    }

    [Fact]
    public void Reshape_keeps_the_order_and_works_out_one_size()
    {
        Assert.Equal(Tensor.FromRows([1, 2], [3, 4], [5, 6]), Matrix.Reshape(3, 2));
        Assert.Equal(Matrix.Reshape(3, 2), Matrix.Reshape(-1, 2));
        Assert.Equal(0, Tensor.Of(5).Reshape().Rank);
    }

    [Fact]
    public void Stack_is_the_inverse_of_taking_rows() => Assert.Equal(Matrix, Tensor.Stack([Matrix.Row(0), Matrix.Row(1)]));

    [Theory]
    [InlineData(2, "Index 2 is out of range: axis 0 of a tensor of shape (2) has indexes 0 to 1.")]
    [InlineData(-1, "Index -1 is out of range: axis 0 of a tensor of shape (2) has indexes 0 to 1.")]
    public void An_index_out_of_range_is_named(int index, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Of(3, 4)[index]).Message);

    [Fact]
    public void A_row_column_or_range_out_of_range_is_named()
    {
        Assert.Contains("Index 3 is out of range: axis 1 of a tensor of shape (2, 3)", Assert.Throws<ArgumentOutOfRangeException>(() => Matrix[0, 3]).Message);
        Assert.Contains("Index 2", Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Row(2)).Message);
        Assert.Contains("Index 3", Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Column(3)).Message);
        Assert.Contains("Index 7", Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Rows([0, 7])).Message);
        Assert.Contains("Rows 1..5 are out of range: a tensor of shape (2, 3) has rows 0..2.", Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.Rows(1..5)).Message);
        Assert.Contains("has nothing along axis 0", Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Of()[0]).Message);
        Assert.Contains("Give at least one", Assert.Throws<ArgumentException>(() => Tensor.Stack([])).Message);
    }
}
