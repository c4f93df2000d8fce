using Descent.Kernels;

namespace Descent.Tests.Kernels;

public class SparseProductTests
{
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 1 }, { 4, 6, 2 }, { 3, 63, 5 }, { 5, 64, 8 }, { 6, 65, 13 }, { 7, 128, 16 }, { 9, 200, 23 },
        { 8, 90, 33 }, { 5, 70, 41 }, { 100, 784, 50 }, { 100, 784, 56 }, { 6, 100, 64 }, { 4, 71, 70 }, { 3, 80, 200 },
        { 64, 65, 9 }, { 130, 10, 8 }, { 65, 130, 20 }, { 0, 70, 9 }, { 70, 0, 9 }, { 3, 70, 0 },
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
        sparse.Fill(a, inner, rows);

        PlainProduct.MultiplyTransposed(a, b, expected, rows, inner, columns);
        SparseProduct.MultiplyTransposed(sparse, b, found, columns);

        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(7)]
    public void Pixels_give_the_bits_of_their_scaled_values(int pixelsPerImage)
    {
        byte[] pixels = [.. Enumerable.Range(0, 3 * pixelsPerImage).Select(i => (byte)(i % 3 == 0 ? i : 0))];
        int[] images = [2, 0];
        var values = images.SelectMany(image => pixels.Skip(image * pixelsPerImage).Take(pixelsPerImage)).Select(pixel => pixel / 255.0).ToArray();
        var weights = Numbers(6, pixelsPerImage * 9);
        var (expected, found) = (new double[2 * 9], new double[2 * 9]);
        var (expectedTransposed, foundTransposed) = (new double[pixelsPerImage * 9], new double[pixelsPerImage * 9]);
        using var sparse = new SparseRows();
        sparse.Fill(pixels, images, pixelsPerImage);

        PlainProduct.Multiply(values, weights, expected, 2, pixelsPerImage, 9);
        PlainProduct.MultiplyTransposed(values, weights, expectedTransposed, pixelsPerImage, 2, 9);
        SparseProduct.Multiply(sparse, weights, found, 9);
        SparseProduct.MultiplyTransposed(sparse, weights, foundTransposed, 9);

        Assert.Equal(expected, found);
        Assert.Equal(expectedTransposed, foundTransposed);
    }

    [Fact]
    public void Elements_that_are_not_numbers_count()
    {
        using var sparse = new SparseRows();
        var found = new double[2];

        sparse.Fill(new double[] { 0, double.NaN, -0.0, 2 }, 2, 2);
        SparseProduct.Multiply(sparse, [3, 5], found, 1);

        Assert.Equal([double.NaN, 10], found);
    }

    [Fact]
    public void Listed_elements_are_those_that_are_not_zero()
    {
        using var sparse = new SparseRows();
        using var elements = new SparseElements();
        var dense = new double[2 * 70];
        (dense[1], dense[69], dense[70 + 64]) = (0.5, double.NaN, -3);

        sparse.Fill(dense, 2, 70);
        elements.Fill(sparse);

        Assert.Equal([0, 2, 3], elements.Starts.ToArray());
        Assert.Equal([1, 69, 64], elements.Columns.ToArray());
        Assert.Equal([0.5, double.NaN, -3], elements.Values.ToArray());

        sparse.Fill(new byte[] { 0, 255, 0, 51 }, [1, 0], 2);
        elements.Fill(sparse);

        Assert.Equal([0, 1, 2], elements.Starts.ToArray());
        Assert.Equal([1, 1], elements.Columns.ToArray());
        Assert.Equal([0.2, 1], elements.Values.ToArray());
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
