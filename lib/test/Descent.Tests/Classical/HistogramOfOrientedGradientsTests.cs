namespace Descent.Tests.Classical;

public sealed class HistogramOfOrientedGradientsTests
{
    [Fact]
    public void An_upright_edge_fills_the_first_bin_of_every_cell()
    {
        var pixels = new byte[8 * 8];
        for (var row = 0; row < 8; row++)
            pixels.AsSpan(row * 8 + 4, 4).Fill(255);

        var features = HistogramOfOrientedGradients.Features(pixels, 8, 8, cellSize: 4);

        // By symmetry each cell holds the same sum: 0.5 of the block's length, cut off at 0.2, then 0.2/√(4·0.04 + 1e-6) of it.
        var expected = new byte[36];
        expected[0] = expected[9] = expected[18] = expected[27] = 127;
        Assert.Equal(expected, features.Row(0).ToArray());
    }

    [Fact]
    public void A_level_edge_is_shared_by_the_bins_at_80_and_100_degrees()
    {
        var pixels = new byte[8 * 8];
        pixels.AsSpan(4 * 8).Fill(255);

        var features = HistogramOfOrientedGradients.Features(pixels, 8, 8, cellSize: 4);

        // 90° lies half-way. Eight equal numbers of 1/√8 are all cut off, so each ends at 0.2/√(8·0.04 + 1e-6) = 0.35355.
        var expected = new byte[36];
        foreach (var cell in new[] { 0, 9, 18, 27 })
            expected[cell + 4] = expected[cell + 5] = 90;
        Assert.Equal(expected, features.Row(0).ToArray());
    }

    [Fact]
    public void The_cells_of_an_upright_edge_hold_the_magnitudes_of_its_pixels()
    {
        var pixels = new byte[8 * 8];
        for (var row = 0; row < 8; row++)
            pixels.AsSpan(row * 8 + 4, 4).Fill(255);

        var cells = HistogramOfOrientedGradients.Cells(pixels, 8, 8, cellSize: 4);

        // Two columns of 255, shared 5 to 3 and 3 to 5; the rows count 0.625 + 0.875 + 0.875 + 0.625 + 0.375 + 0.125 = 3.5.
        var expected = new double[36];
        expected[0] = expected[9] = expected[18] = expected[27] = 892.5;
        Assert.Equal(Tensor.Create(expected, 2, 2, 9), cells);
    }

    [Fact]
    public void Cells_of_two_images_at_once_are_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => HistogramOfOrientedGradients.Cells(new byte[2 * 64], 8, 8, 4));

        Assert.Contains("hold 2 images of 8×8; give exactly one", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_features_match_a_plain_sum_over_all_pixels()
    {
        var pixels = Random(seed: 3, 4 * 17 * 23);

        foreach (var cellSize in new[] { 4, 5, 7 })
        {
            var features = HistogramOfOrientedGradients.Features(pixels, 17, 23, cellSize);
            for (var image = 0; image < 4; image++)
                AssertWithinOne(Plain(pixels.AsSpan(image * 17 * 23, 17 * 23), 17, 23, cellSize), features.Row(image).Span);
        }
    }

    [Fact]
    public void Black_on_white_has_the_same_features_as_white_on_black()
    {
        var pixels = Random(seed: 4, 28 * 28);
        var inverted = pixels.Select(pixel => (byte)(255 - pixel)).ToArray();

        Assert.Equal(
            HistogramOfOrientedGradients.Features(pixels, 28, 28).Row(0).ToArray(),
            HistogramOfOrientedGradients.Features(inverted, 28, 28).Row(0).ToArray());
    }

    [Fact]
    public void An_even_image_has_no_features()
    {
        var pixels = new byte[28 * 28];
        Array.Fill(pixels, (byte)200);

        Assert.All(HistogramOfOrientedGradients.Features(pixels, 28, 28).Row(0).ToArray(), value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(4, 1296)]
    [InlineData(5, 576)]
    [InlineData(6, 324)]
    [InlineData(7, 324)]
    [InlineData(14, 36)]
    public void The_number_of_features_follows_from_the_cell_size(int cellSize, int dimensions) =>
        Assert.Equal(dimensions, HistogramOfOrientedGradients.Features(new byte[28 * 28], 28, 28, cellSize).Dimensions);

    [Fact]
    public void Cells_too_large_for_a_block_are_refused()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => HistogramOfOrientedGradients.Features(new byte[28 * 28], 28, 28, cellSize: 15));

        Assert.Contains("Only 1×1 cells of 15 pixels fit in a 28×28 image", exception.Message, StringComparison.Ordinal);
        Assert.Contains("at most 14 pixels", exception.Message, StringComparison.Ordinal);
    }

    private static byte[] Random(int seed, int length)
    {
        var values = new byte[length];
        new Random(seed).NextBytes(values);
        return values;
    }

    private static void AssertWithinOne(byte[] expected, ReadOnlySpan<byte> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var index = 0; index < expected.Length; index++)
            Assert.InRange(actual[index], expected[index] - 1, expected[index] + 1);
    }

    /// <summary>The definition, cell by cell: every pixel votes with a triangle over rows, columns and degrees.</summary>
    private static byte[] Plain(ReadOnlySpan<byte> image, int rows, int columns, int cellSize)
    {
        var (cellRows, cellColumns) = (rows / cellSize, columns / cellSize);
        var cells = new double[cellRows, cellColumns, 9];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                double across = image[row * columns + Math.Min(column + 1, columns - 1)] - image[row * columns + Math.Max(column - 1, 0)];
                double down = image[Math.Min(row + 1, rows - 1) * columns + column] - image[Math.Max(row - 1, 0) * columns + column];
                var degrees = Math.Atan2(down, across) * 180 / Math.PI;
                for (var cellRow = 0; cellRow < cellRows; cellRow++)
                {
                    for (var cellColumn = 0; cellColumn < cellColumns; cellColumn++)
                    {
                        for (var bin = 0; bin < 9; bin++)
                        {
                            var turn = Math.Abs(Math.IEEERemainder(degrees - 20 * bin, 180));
                            cells[cellRow, cellColumn, bin] += Math.Sqrt(across * across + down * down)
                                * Triangle(turn / 20)
                                * Triangle((row + 0.5 - (rows % cellSize / 2) - (cellRow + 0.5) * cellSize) / cellSize)
                                * Triangle((column + 0.5 - (columns % cellSize / 2) - (cellColumn + 0.5) * cellSize) / cellSize);
                        }
                    }
                }
            }
        }

        return [.. Blocks(cells).SelectMany(Normalise)];
    }

    private static double Triangle(double distance) => Math.Max(0, 1 - Math.Abs(distance));

    private static IEnumerable<double[]> Blocks(double[,,] cells)
    {
        for (var row = 0; row + 1 < cells.GetLength(0); row++)
        {
            for (var column = 0; column + 1 < cells.GetLength(1); column++)
            {
                yield return [.. from cell in new[] { (row, column), (row, column + 1), (row + 1, column), (row + 1, column + 1) }
                                 from bin in Enumerable.Range(0, 9)
                                 select cells[cell.Item1, cell.Item2, bin]];
            }
        }
    }

    private static IEnumerable<byte> Normalise(double[] block)
    {
        var cut = block.Select(value => Math.Min(0.2, value / Math.Sqrt(block.Sum(other => other * other) + 1))).ToArray();
        return cut.Select(value => (byte)Math.Round(255 * value / Math.Sqrt(cut.Sum(other => other * other) + 1e-6)));
    }
}
