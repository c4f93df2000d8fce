namespace Descent.Tests;

public sealed class LabelsTests
{
    [Fact]
    public void OneHot_puts_a_1_at_the_label()
    {
        Assert.Equal(Tensor.Of(0, 0, 1, 0), Labels.OneHot(2, classes: 4));
        Assert.Equal(Tensor.FromRows([0, 1], [1, 0]), Labels.OneHot([1, 0], classes: 2));
    }

    [Fact]
    public void FromOneHot_is_the_inverse()
    {
        int[] labels = [3, 0, 9, 9];
        Assert.Equal(labels, Labels.FromOneHot(Labels.OneHot(labels, classes: 10)));
        Assert.Equal([2], Labels.FromOneHot(Tensor.Of(0, 0, 1)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-1)]
    public void A_label_out_of_range_is_named_with_the_classes(int label) => Assert.StartsWith(
        $"Label {label} is out of range: with 10 classes, labels go from 0 to 9. Check the label, or the number of classes.",
        Assert.Throws<ArgumentOutOfRangeException>(() => Labels.OneHot([0, label], classes: 10)).Message);

    [Fact]
    public void There_must_be_a_class() =>
        Assert.Contains("number of classes is 0", Assert.Throws<ArgumentOutOfRangeException>(() => Labels.OneHot(0, classes: 0)).Message);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(0.4, 0.6)]
    [InlineData(1, 0.1)]
    [InlineData(double.NaN, 1)]
    public void A_row_that_is_not_one_hot_is_named(double first, double second) =>
        Assert.Contains("row 1 is not one-hot", Assert.Throws<ArgumentException>(() => Labels.FromOneHot(Tensor.FromRows([0, 1], [first, second]))).Message);
}
