using Descent.Kernels;

namespace Descent.Tests.Kernels;

public class SparseProductTests
{
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 1 }, { 4, 6, 2 }, { 3, 63, 5 }, { 5, 64, 8 }, { 6, 65, 13 }, { 7, 128, 16 }, { 9, 200, 23 },
        { 8, 90, 33 }, { 5, 70, 41 }, { 100, 784, 50 }, { 100, 784, 56 }, { 6, 100, 64 }, { 4, 71, 70 }, { 3, 80, 200 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Skipping_zeros_keeps_the_bits_of_the_plain_loops(int rows, int inner, int columns)
    {
        var a = MostlyZeros(rows * inner);
        var b = Numbers(2, inner * columns);
        var expected = new double[rows * columns];
        var found = Numbers(3, rows * columns);
        using var sparse = new SparseRows();
        sparse.Fill(a, rows, inner);

        PlainProduct.Multiply(a, b, expected, rows, inner, columns);
        SparseProduct.Multiply(sparse, b, found, columns);

        Assert.Equal(expected, found);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Skipping_zeros_of_a_transpose_keeps_the_bits_of_the_plain_loops(int rows, int inner, int columns)
    {
        var a = MostlyZeros(inner * rows);
        var b = Numbers(4, inner * columns);
        var expected = new double[rows * columns];
        var found = Numbers(5, rows * columns);
        using var sparse = new SparseRows();
        using var transposed = new SparseRows();
        sparse.Fill(a, inner, rows);
        transposed.FillTransposed(sparse);

        PlainProduct.MultiplyTransposed(a, b, expected, rows, inner, columns);
        SparseProduct.Multiply(transposed, b, found, columns);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Bytes_and_their_scaled_values_give_the_same_elements()
    {
        byte[] pixels = [.. Enumerable.Range(0, 3 * 100).Select(i => (byte)(i % 3 == 0 ? i : 0))];
        int[] images = [2, 0];
        var dense = images.SelectMany(image => pixels.Skip(image * 100).Take(100)).Select(pixel => pixel / 255.0).ToArray();
        using var fromBytes = new SparseRows();
        using var fromValues = new SparseRows();

        fromBytes.Fill(pixels, images, 100);
        fromValues.Fill(dense, 2, 100);

        Assert.Equal(fromValues.Starts, fromBytes.Starts);
        Assert.Equal(fromValues.Positions, fromBytes.Positions);
        Assert.Equal(fromValues.Values, fromBytes.Values);
    }

    [Fact]
    public void Elements_that_are_not_numbers_are_kept()
    {
        using var sparse = new SparseRows();

        sparse.Fill([0, double.NaN, -0.0, 2], 2, 2);

        Assert.Equal([0, 1, 2], sparse.Starts.ToArray());
        Assert.Equal([double.NaN, 2], sparse.Values.ToArray());
    }

    private static double[] MostlyZeros(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(5) == 0 ? random.NextDouble() : 0)];
    }

    private static double[] Numbers(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }
}
