namespace Descent.Tests.Classical;

public sealed class ImageFeaturesTests
{
    [Fact]
    public void Rows_keep_their_order_and_values()
    {
        var features = ImageFeatures.FromRows([1, 2, 3], [4, 5, 6]);

        Assert.Equal((2, 3), (features.Count, features.Dimensions));
        Assert.Equal([4, 5, 6], features.Row(1).ToArray());
        Assert.Equal(3, features[0, 2]);
        Assert.Equal("2×3 features", features.ToString());
    }

    [Fact]
    public void Changing_the_rows_afterwards_changes_nothing()
    {
        byte[] row = [1, 2];
        var features = ImageFeatures.FromRows(row);

        row[0] = 9;

        Assert.Equal(1, features[0, 0]);
    }

    [Fact]
    public void Pixels_make_one_row_of_each_image()
    {
        var features = ImageFeatures.Pixels(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }, rows: 2, columns: 3);

        Assert.Equal((2, 6), (features.Count, features.Dimensions));
        Assert.Equal([7, 8, 9, 10, 11, 12], features.Row(1).ToArray());
    }

    [Fact]
    public void Take_keeps_the_first_rows()
    {
        var features = ImageFeatures.FromRows([1], [2], [3]);

        Assert.Equal(2, features.Take(2).Count);
        Assert.Equal(2, features.Take(2)[1, 0]);
        Assert.Equal(0, features.Take(0).Count);
    }

    [Fact]
    public void Take_of_too_many_rows_names_both_numbers()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => ImageFeatures.FromRows([1], [2]).Take(3));

        Assert.Contains("has 2 rows; take from 0 to 2", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_row_that_does_not_exist_is_refused(int row)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => ImageFeatures.FromRows([1], [2]).Row(row));

        Assert.Contains("has 2 rows; ask for one from 0 to 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_different_lengths_are_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => ImageFeatures.FromRows([1, 2], [3]));

        Assert.Contains("Row 0 has 2 features but row 1 has 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_an_image_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => ImageFeatures.Pixels(new byte[7], rows: 2, columns: 3));

        Assert.Contains("7 bytes are not a whole number of 2×3 images (6 bytes each)", exception.Message, StringComparison.Ordinal);
    }
}
