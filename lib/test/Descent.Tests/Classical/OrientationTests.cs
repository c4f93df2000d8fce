namespace Descent.Tests.Classical;

public sealed class OrientationTests
{
    [Theory]
    [InlineData(3, 0, 3, 0, 0)]
    [InlineData(-3, 0, 3, 0, 0)]
    [InlineData(0, 5, 5, 4, 0.5)]
    [InlineData(0, -5, 5, 4, 0.5)]
    [InlineData(1, 1, 1.4142135623730951, 2, 0.25)]
    [InlineData(-1, -1, 1.4142135623730951, 2, 0.25)]
    [InlineData(-1, 1, 1.4142135623730951, 6, 0.75)]
    [InlineData(3, 4, 5, 2, 0.65625)]   // 53.13° is 2.6565 bins, rounded to 168/256
    public void A_gradient_lies_between_two_bins(int across, int down, double magnitude, int bin, double nextShare) =>
        Assert.Equal(new Orientation(magnitude, bin, nextShare), Orientation.Of(across, down));

    [Fact]
    public void The_last_bin_is_next_to_the_first()
    {
        var orientation = Orientation.Of(-255, 1);

        Assert.Equal((8, 0), (orientation.Bin, orientation.NextBin));
        Assert.InRange(orientation.NextShare, 0.98, 0.99);
    }

    [Fact]
    public void No_gradient_is_so_near_a_rounding_step_that_the_arctangent_of_a_platform_matters()
    {
        var nearest = double.MaxValue;
        for (var across = -255; across <= 255; across++)
        {
            for (var down = across > 0 ? 0 : 1; down <= 255; down++)
            {
                var steps = Math.Atan2(down, across) / Math.PI * (9 * 256);
                nearest = Math.Min(nearest, Math.Abs(steps - Math.Floor(steps) - 0.5));
            }
        }

        Assert.True(nearest > 1e-9, $"A gradient comes within {nearest} of a rounding step.");
    }
}
