namespace Descent.Tests;

public sealed class EqualityTests
{
    [Fact]
    public void Equal_means_same_shape_and_bits()
    {
        Assert.True(Tensor.Of(1, double.NaN).Equals((object)Tensor.Of(1, double.NaN)));
        Assert.Equal(Tensor.Of(1, 2).GetHashCode(), Tensor.Of(1, 2).GetHashCode());
        Assert.False(Tensor.Of(1, 2).Equals(Tensor.Of(1, 2).Reshape(1, 2)));
        Assert.False(Tensor.Of(0.0).Equals(Tensor.Of(-0.0)));
        Assert.False(Tensor.Of(1).Equals(null));
        Assert.False(Tensor.Of(1).Equals("1"));
    }

    [Fact]
    public void AlmostEquals_allows_the_tolerance_and_no_more()
    {
        Assert.True(Tensor.Of(1).AlmostEquals(Tensor.Of(1 + 9e-10)));
        Assert.False(Tensor.Of(1).AlmostEquals(Tensor.Of(1 + 2e-9)));
        Assert.True(Tensor.Of(1).AlmostEquals(Tensor.Of(1.4), tolerance: 0.5));
        Assert.True(Tensor.Of(double.PositiveInfinity).AlmostEquals(Tensor.Of(double.PositiveInfinity)));
        Assert.False(Tensor.Of(double.NaN).AlmostEquals(Tensor.Of(double.NaN)));
        Assert.False(Tensor.Of(1).AlmostEquals(Tensor.FromRows([1])));
    }
}
